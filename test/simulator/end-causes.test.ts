import { describe, expect, test } from '@jest/globals';
import type { AnswerScript, Behaviour } from '../../adapters/simulator/index.js';
import { readyScene, ringingScene, talkingScene } from './support/scenes.js';

type Told = Behaviour['endCause'];

/** Agent 1001 has called a customer whose phone does this; what the end of the call says. */
function endOfCallTo(answer: AnswerScript, endCause: Told) {
  const { desk, customer, rest, pass } = readyScene({ behaviour: { endCause } });
  customer.script(answer);
  desk.run('makeCall', { otherDN: customer.number });
  pass(61_000);
  rest();
  return desk.last('EventReleased');
}

describe('the end of a call out', () => {
  test.each([
    ['busy', 'USER_BUSY', 'user busy'],
    ['noAnswer', 'NO_ANSWER', 'no answer'],
    ['reject', 'CALL_REJECTED', 'call rejected'],
    ['unknown', 'UNALLOCATED_NUMBER', 'number does not exist'],
  ] as const)('to a phone that is %s says so, if the service tells causes', (answer, hangupCause, earlyDetectCause) => {
    expect(endOfCallTo(answer, 'hangupCause')).toMatchObject({ hangupCause });
    expect(endOfCallTo(answer, 'earlyDetectCause')).toMatchObject({ earlyDetectCause });
    const untold = endOfCallTo(answer, 'untold');
    expect(untold).not.toHaveProperty('hangupCause');
    expect(untold).not.toHaveProperty('earlyDetectCause');
  });

  test('that the agent hangs up himself has nothing against the customer', () => {
    const { desk, customer } = readyScene({ behaviour: { endCause: 'hangupCause' } });
    desk.run('makeCall', { otherDN: customer.number });
    desk.run('hangup');
    expect(desk.last('EventReleased')).toMatchObject({ hangupCause: 'NORMAL_CLEARING' });
  });
});

describe('the end of a call that has come in', () => {
  test('and was given up says that its caller cancelled it', () => {
    const { desk, customer, rest } = ringingScene({ behaviour: { endCause: 'hangupCause' } });
    customer.hangup();
    rest();
    expect(desk.last('EventReleased')).toMatchObject({ hangupCause: 'ORIGINATOR_CANCEL' });
  });

  test('and was answered is a normal one, and has no cause that was heard before the answer', () => {
    for (const [endCause, fields] of [
      ['hangupCause', { hangupCause: 'NORMAL_CLEARING' }],
      ['earlyDetectCause', {}],
    ] as const) {
      const { desk, customer, rest } = talkingScene({ behaviour: { endCause } });
      customer.hangup();
      rest();
      expect(desk.last('EventReleased')).toMatchObject(fields);
      expect(desk.last('EventReleased')).not.toHaveProperty('earlyDetectCause');
    }
  });

  test('and was passed on by the queue does not remember who did not take it', () => {
    const { desk, customer, rest, signIn } = readyScene({ behaviour: { endCause: 'hangupCause' } });
    const other = signIn('1002');
    customer.dial('support');
    rest();
    desk.run('rejectCall');
    customer.hangup();
    rest();
    expect(other.last('EventReleased')).toMatchObject({ hangupCause: 'ORIGINATOR_CANCEL' });
  });
});
