import { describe, expect, test } from '@jest/globals';
import { BEHAVIOURS, checkFloorOptions, createCallCentre } from '../../adapters/simulator/index.js';
import { openFloor } from './support/floor.js';
import { resolveBehaviour } from '../../adapters/simulator/options/behaviour.js';

const AGENT = { agentID: '1', ext: '8' };

describe('options', () => {
  test.each([
    [undefined, 'options: must be'],
    [{}, 'agents: must be'],
    [{ agents: [] }, 'agents: must name at least one agent'],
    [{ agents: [{}] }, 'agents[0].agentID: must be'],
    [{ agents: [{ agentID: ' ' }] }, 'agents[0].agentID: must not be blank'],
    [{ agents: [{ ...AGENT, phone: '1' }] }, 'agents[0].phone: there is no such option'],
    [{ agents: [{ ...AGENT, phoneTypes: ['fax'] }] }, 'agents[0].phoneTypes[0]: must be ("sip" | "pstn" | "webrtc"), not "fax"'],
    [{ agents: [{ ...AGENT, breaks: [2] }] }, 'agents[0].breaks[0]: must be'],
    [{ agents: [AGENT], acwSeconds: -1 }, 'acwSeconds: must be 0 or more seconds'],
    [{ agents: [AGENT], latency: [80, 20] }, 'latency: must be [lowest, highest] in ms'],
    [{ agents: [AGENT], behaviour: { consultHold: 'perhaps' } }, 'behaviour.consultHold: must be ("sent" | "omitted"), not "perhaps"'],
    [{ agents: [AGENT], behaviour: { nonsense: 'x' } }, 'behaviour.nonsense: there is no such option'],
    [{ agents: [AGENT], faults: [{ fault: 'lose', event: 'X' }] }, 'faults[0].fault: must be'],
    [{ agents: [AGENT], faults: [{ fault: 'drop', event: 'X', probability: 2 }] }, 'faults[0].probability: must be from 0 to 1'],
    [{ agents: [AGENT], answers: 'never' }, 'answers: must be'],
    [{ agents: [AGENT], day: [{ at: -1, accepts: 'login' }] }, 'day[0].at: must be 0 or more ms'],
    [{ agents: [AGENT], day: [{ at: 0 }] }, 'day[0]: must have exactly one of message, accepts and refuses'],
    [
      { agents: [AGENT], day: [{ at: 0, accepts: 'login', refuses: 'login' }] },
      'day[0]: must have exactly one of message, accepts and refuses',
    ],
    [{ agents: [AGENT], day: [{ at: 0, message: {} }] }, 'day[0].message.messageID: must be'],
    [{ agents: [AGENT], day: [{ at: 0, accepts: 'on' }] }, 'day[0].accepts: must be'],
    [
      { agents: [AGENT], day: [{ at: 0, accepts: 'login', failure: {} }] },
      'day[0]: has a result with accepts only, and a failure with refuses only',
    ],
    [{ agents: [AGENT], day: [{ at: 0, page: 0, accepts: 'login' }] }, 'day[0].page: must be 1 or more'],
    [{ agents: [AGENT, { agentID: '1' }] }, 'Work numbers (agentID) must be different from each other: 1'],
    [{ agents: [AGENT, { agentID: '2', ext: '8' }] }, 'Extensions must be different from each other: 8'],
    [{ agents: [AGENT], extensions: ['8'] }, 'Extensions must be different'],
    [{ agents: [{ ...AGENT, queues: ['a'] }] }, 'Agent 1: queue a is not defined; none is defined'],
    [{ agents: [{ ...AGENT, queues: ['a'] }], queues: [{ name: 'b' }] }, 'there are: b'],
    [{ agents: [{ ...AGENT, phoneTypes: ['sip'], defaultPhoneType: 'pstn' }] }, 'default phone type pstn is not defined; there are: sip'],
  ])('%j are refused: %s', (options, message) => {
    expect(() => checkFloorOptions(options)).toThrow(TypeError);
    expect(() => checkFloorOptions(options)).toThrow(message);
    expect(() => createCallCentre(options as never)).toThrow(message);
  });

  test('are refused without showing what is secret', () => {
    const secret = '13912345678';
    const agents = [
      { agentID: '1', mobile: secret },
      { agentID: '2', mobile: secret },
    ];
    for (const options of [{ agents }, { agents: [{ agentID: '1', token: 7 }] }, { agents: [AGENT], numbers: [13_912_345_678] }]) {
      expect(() => checkFloorOptions(options)).toThrow(expect.not.objectContaining({ message: expect.stringContaining('139123') }));
    }
  });

  test('of a floor file are returned as they are', () => {
    const floor = { agents: [AGENT], queues: [{ name: 'q', number: '4001' }], acwSeconds: null, seed: 'x' };
    expect(checkFloorOptions(JSON.parse(JSON.stringify(floor)))).toEqual(floor);
  });

  test('of createCallCentre cannot stand in a floor file', () => {
    expect(() => checkFloorOptions({ agents: [AGENT], clock: {} })).toThrow('clock: there is no such option');
    expect(() => createCallCentre({ agents: [AGENT], clock: {} as never })).toThrow('clock.now: must be');
  });
});

describe('behaviour', () => {
  test('defaults to the first value of each, and takes what is given', () => {
    expect(Object.entries(resolveBehaviour())).toEqual(Object.entries(BEHAVIOURS).map(([name, [first]]) => [name, first]));
    expect(resolveBehaviour({ consultHold: 'omitted' })).toMatchObject({ consultHold: 'omitted', names: 'canonical' });
  });

  test('has at least two values of each kind, all different', () => {
    for (const values of Object.values(BEHAVIOURS)) {
      expect(values.length).toBeGreaterThan(1);
      expect(new Set(values).size).toBe(values.length);
    }
  });
});

test('phones, agents and extensions that are not there are errors', () => {
  const { centre } = openFloor();
  expect(() => centre.truth('9')).toThrow('There is no agent with work number 9.');
  expect(() => centre.device('9')).toThrow('There is no extension 9; there are: 8001, 8002, 8003.');
  const customer = centre.customer('13512345678');
  expect(() => {
    customer.answer();
  }).toThrow('This phone cannot answer: it is idle, and must be ringing.');
  expect(() => {
    customer.hangup();
  }).toThrow('This phone cannot hang up');
  customer.dial('x');
  expect(() => {
    customer.dial('x');
  }).toThrow('This phone cannot call: it is dialing, and must be idle.');
  expect(() => {
    centre.device('8001').hold();
  }).toThrow('The phone with extension 8001 cannot hold');
});
