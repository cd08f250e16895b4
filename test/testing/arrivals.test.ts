import { describe, expect, test } from '@jest/globals';
import { Arrivals, stampInMs } from '../../adapters/testing/floor/arrivals.js';

const NOON = 1_700_000_000_000;

interface Told {
  readonly messageID: string;
  /** Which of the messages it was, in the order of sending. */
  readonly sent: number;
  /** Ms after noon, by its node. */
  readonly stamp: number;
  readonly callType?: string;
}

/** The uncertainty of the page about each of them, in the order in which they arrive. */
function uncertain(...told: readonly Told[]): readonly boolean[] {
  const arrivals = new Arrivals();
  return told.map(({ messageID, sent, stamp, ...more }) =>
    arrivals.isUncertain({
      type: 'message',
      at: NOON,
      end: 'end-1',
      agentID: '1001',
      sentAt: NOON + sent,
      sentAs: sent,
      message: { messageID, creationTime: NOON + stamp, ...more },
    }),
  );
}

describe('which of two messages came first', () => {
  test('is known where they arrive as they were sent', () => {
    expect(
      uncertain({ messageID: 'EventAgentHoldCall', sent: 1, stamp: 0 }, { messageID: 'EventAgentRetrieveCall', sent: 2, stamp: 9 }),
    ).toEqual([false, false]);
  });

  test('is not known of held and retrieved that have overtaken each other', () => {
    expect(uncertain({ messageID: 'EventHeld', sent: 2, stamp: 9 }, { messageID: 'EventRetrieved', sent: 1, stamp: 0 })).toEqual([
      false,
      true,
    ]);
  });

  test('does not matter for how far a leg is', () => {
    expect(uncertain({ messageID: 'EventReleased', sent: 2, stamp: 9 }, { messageID: 'EventEstablished', sent: 1, stamp: 0 })).toEqual([
      false,
      false,
    ]);
  });

  // Found by sequence 3,707,60,f52,63: muted, the microphone is on again unless the third party has answered before the customer goes.
  test('is not known of the answer of a third party and the end of the customer’s call that have overtaken each other', () => {
    const answer = { messageID: 'EventEstablished', callType: 'Consult', stamp: 9 };
    const end = { messageID: 'EventReleased', callType: 'Inbound', stamp: 0 };
    expect(uncertain({ ...answer, sent: 2 }, { ...end, sent: 1 })).toEqual([false, true]);
    expect(uncertain({ ...answer, sent: 1 }, { ...end, sent: 2, stamp: 20 })).toEqual([false, false]);
  });

  // Found by sequence 3,727,60,f52,753: the login in µs, the end of the first call in whole seconds.
  test('is not known of a ready and the end of a call that seems to be before it', () => {
    const told = (stamp: number) =>
      uncertain({ messageID: 'EventAgentReady', sent: 1, stamp: 117 }, { messageID: 'EventReleased', sent: 2, stamp });
    expect(told(0)).toEqual([false, true]);
    expect(told(883)).toEqual([false, false]);
  });

  test('is not known of a word of the login state and the end of a call, by stamps a moment apart', () => {
    const told = (ahead: number) =>
      uncertain({ messageID: 'EventReleased', sent: 1, stamp: ahead }, { messageID: 'EventAgentReady', sent: 2, stamp: 600 });
    expect(told(900)).toEqual([false, true]);
    expect(told(500)).toEqual([false, false]);
    // The clocks disagree: the order of arrival decides.
    expect(told(3_600_000)).toEqual([false, false]);
  });

  test('is not known of a consult that ends before it is told of', () => {
    expect(
      uncertain(
        { messageID: 'EventReleased', sent: 2, stamp: 9, callType: 'Consult' },
        { messageID: 'EventDialing', sent: 1, stamp: 0, callType: 'Consult' },
      ),
    ).toEqual([false, true]);
  });

  test.each([
    [NOON, NOON],
    [NOON / 1000, NOON],
    [NOON * 1000, NOON],
    [undefined, null],
  ])('%s is the stamp %s', (stamp, ms) => {
    expect(stampInMs(stamp)).toBe(ms);
  });
});
