import { expect, test } from '@jest/globals';
import { createCallCentre, type CallCentreOptions, type SimulatedSdk } from '../../adapters/simulator/index.js';
import { ComputerClock, DAWN } from '../field/computer-clock.js';

const RINGING = { messageID: 'EventRinging', creationTime: 1, callID: 'c', partyID: 'p', callType: 'Inbound' };

/** A centre with a prepared day, and a page that writes down what it hears and when. */
function prepared(day: NonNullable<CallCentreOptions['day']>, more: Partial<CallCentreOptions> = {}) {
  const clock = new ComputerClock(0);
  const centre = createCallCentre({ agents: [{ agentID: '1001', ext: '8001' }], latency: [0, 0], clock, day, ...more });
  const heard: unknown[][] = [];
  const note = (what: unknown) => heard.push([clock.now() - DAWN, what]);
  const page = (): SimulatedSdk => centre.connect().on('EventAgentAll', note);
  return { centre, clock, heard, note, page };
}

test('a message comes when it is written down, as it stands', async () => {
  const { clock, heard, page } = prepared([{ at: 5, message: RINGING }]);
  page();
  await clock.passTo(4);
  expect(heard).toEqual([]);
  await clock.passTo(10);
  expect(heard).toEqual([[5, RINGING]]);
});

test('a command is answered as it is written down, and by nothing else', async () => {
  const { clock, heard, note, page } = prepared([
    { at: 10, accepts: 'login', result: { agentState: '1' } },
    { at: 20, refuses: 'logout', failure: { errorCode: '330035' } },
    { at: 30, accepts: 'ready' },
  ]);
  const sdk = page();
  const callbacks = { success: (result: object) => note(['success', result]), error: (result: object) => note(['error', result]) };
  sdk.login(callbacks);
  sdk.logout(callbacks);
  sdk.holdCall({});
  await clock.passTo(100);
  expect(heard).toEqual([
    [10, ['success', { status: 'success', agentState: '1' }]],
    [20, ['error', { status: 'error', errorCode: '330035' }]],
  ]);
});

test('each page hears what is for it, counted in the order in which they connect', async () => {
  const { clock, heard, page } = prepared([
    { at: 1, page: 2, message: RINGING },
    { at: 2, page: 3, message: RINGING },
  ]);
  page();
  page();
  await clock.passTo(10);
  expect(heard).toHaveLength(1);
});

test('faults and lost connections do what they ever do', async () => {
  const faults = [{ fault: 'duplicate' as const, event: 'EventRinging', ms: 3 }];
  const { centre, clock, heard, page } = prepared(
    [
      { at: 1, message: RINGING },
      { at: 20, message: RINGING },
    ],
    { faults },
  );
  const sdk = page();
  await clock.passTo(10);
  expect(heard).toEqual([
    [1, RINGING],
    [4, RINGING],
  ]);
  centre.faults.disconnect(sdk);
  await clock.passTo(30);
  expect(heard).toHaveLength(2);
});

test('nobody holds what is true', () => {
  const { centre } = prepared([]);
  expect(() => centre.truth('1001')).toThrow('In a prepared day nobody holds what is true');
});
