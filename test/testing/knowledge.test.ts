import { describe, expect, test } from '@jest/globals';
import { Knowledge } from '../../adapters/testing/floor/knowledge.js';
import type { FloorEvent } from '../../adapters/simulator/index.js';

/** A page of agent 1001, whose agent has this call by the truth. */
function pageWith(callID: string | null) {
  let now = 1_700_000_000_000;
  const truth = { call: callID === null ? null : { callID }, waiting: [], since: 0 };
  const knowledge = new Knowledge(
    () => now,
    () => truth as never,
    false,
  );
  const hears = (event: object) => {
    now += 10;
    knowledge.hears({ at: now, sentAt: now, sentAs: now, ...event } as unknown as FloorEvent);
  };
  const regain = (workStatus: string, named: string | null) => {
    const workStatusInfo = named === null ? {} : { workStatusInfo: { callID: named, callType: 'Outbound' } };
    hears({ type: 'message', message: { messageID: 'EventAgentRegainStatus', agentStateInfo: { workStatus }, ...workStatusInfo } });
  };
  const passes = (ms: number) => {
    now += ms;
  };
  return { knowledge, hears, regain, passes, unsure: () => knowledge.unsure(callID) };
}

describe('a page loaded anew', () => {
  // Found by sequence 3,589,60,f52,427.
  test.each(['muteCall', 'unmute'])('does not know of the microphone, where %s was in flight when the last page was closed', (command) => {
    const before = pageWith('c');
    before.regain('talking', 'c');
    before.hears({ type: 'command', command });
    const after = pageWith('c');
    after.knowledge.isReloaded(before.knowledge, { isKept: true, mayBeDropped: false });
    after.regain('talking', 'c');
    expect(after.unsure()).toContain('muted');
  });
});

describe('a page knows', () => {
  // Found by sequence 3,562,60,f52,498: stamps in whole seconds of one node, in µs of the other.
  test('nothing by a regain that is older, by the clock of its node, than what was said of a leg', () => {
    const page = pageWith(null);
    page.knowledge.isDisturbed();
    page.hears({ type: 'message', message: { messageID: 'EventDestinationBusy', creationTime: 1_700_000_000_699_000, callID: 'c' } });
    page.hears({
      type: 'message',
      message: { messageID: 'EventAgentRegainStatus', creationTime: 1_700_000_000, agentStateInfo: { workStatus: 'ready' } },
    });
    expect(page.unsure()).toBeNull();
  });

  // Found by sequence 3,647,60,f52,489: a logout was made up, and a dialing of the same second, in whole seconds, seems older.
  test('nothing by a regain of the second in which something was made up', () => {
    const page = pageWith(null);
    page.knowledge.isLiedTo(null);
    page.regain('ready', null);
    expect(page.unsure()).toBeNull();
    page.passes(1000);
    page.regain('ready', null);
    expect(page.unsure()).not.toBeNull();
  });

  // Found by sequence 3,714,60,f52,291: that the consult has become a conference was lost; then the conference was held.
  test.each([
    ['not how far a call is, where a word after what was lost does not say it and is newer than the status', true],
    ['how far a call is, where nothing was lost', false],
  ])('%s', (_, isLost) => {
    const page = pageWith('c');
    page.regain('talking', 'c');
    if (isLost) page.hears({ type: 'lost' });
    page.hears({ type: 'message', message: { messageID: 'EventAgentHoldCall', callID: 'c', creationTime: 1_700_000_000_030 } });
    const agentStateInfo = { workStatus: 'conferencing', workStatusTimestamp: 1_700_000_000_005 };
    const workStatusInfo = { callID: 'c', callType: 'Inbound' };
    page.hears({ type: 'message', message: { messageID: 'EventAgentRegainStatus', agentStateInfo, workStatusInfo } });
    expect(page.unsure()?.includes('work')).toBe(isLost);
  });

  // Found by sequence 3,672,60,f52,678: the ready that followed the regain was lost at the moment at which that was sent.
  test('nothing by a regain of the moment in which something was lost', () => {
    const page = pageWith(null);
    page.hears({ type: 'lost' });
    page.passes(-10);
    page.regain('ready', null);
    expect(page.unsure()).toBeNull();
    page.regain('ready', null);
    expect(page.unsure()).not.toBeNull();
  });

  // Found by sequence 3,624,60,f52,752: muted, and then the call that waited was answered; the two words change places.
  test('nothing of the microphone, where the other call comes to the front before the word that the last one was muted', () => {
    const page = pageWith('b');
    page.regain('talking', 'b');
    page.hears({ type: 'message', sentAs: 2, message: { messageID: 'EventEstablished', callID: 'b', creationTime: 1_700_000_000_020 } });
    page.hears({ type: 'message', sentAs: 1, message: { messageID: 'EventAgentMute', callID: 'a', creationTime: 1_700_000_000_010 } });
    expect(page.unsure()).toBeNull();
  });

  test('everything about the call after a regain that names it', () => {
    const page = pageWith('c');
    page.regain('dialing', 'c');
    expect(page.unsure()).not.toContain('work');
  });

  // Found by sequence 3,513,60,f52,608: a made-up talk has ended, so that the call that dials leaves something to wrap up.
  test('not whether a call leaves something to wrap up, where a talk before it may have been made up', () => {
    const page = pageWith('c');
    page.knowledge.isLiedTo(null);
    page.passes(1000);
    page.regain('dialing', 'c');
    expect(page.unsure()).toEqual(expect.arrayContaining(['work', 'acw']));
  });

  test('it again, once it was told that there is no call', () => {
    const page = pageWith('c');
    page.knowledge.isLiedTo(null);
    page.passes(1000);
    page.regain('ready', null);
    page.regain('dialing', 'c');
    expect(page.unsure()).not.toContain('work');
  });

  // Found by sequence 3,548,60,f52,369: events overtake each other, answers have no stamp.
  test.each(['logout', 'resetLogout'])('not the login state, where a regain from before the answer to %s arrives after it', (command) => {
    const page = pageWith(null);
    page.regain('ready', null);
    page.hears({ type: 'callback', command, outcome: 'success' });
    page.hears({
      type: 'message',
      sentAt: 1_700_000_000_015,
      message: { messageID: 'EventAgentRegainStatus', agentStateInfo: { workStatus: 'ready' } },
    });
    expect(page.unsure()).toBeNull();
  });

  // Found by sequence 3,519,60,f52,26: initAgent and resetLogout in flight together, and the logout is lost. The
  // contract: where a word about the agent has come since the command was sent, it says the login state and not the success.
  test.each(['login', 'logout', 'resetLogout', 'ready', 'notReady'])(
    'not the login state, where a regain has come since %s was sent, and before its answer',
    (command) => {
      const page = pageWith(null);
      page.hears({ type: 'command', command });
      page.regain('ready', null);
      expect(page.unsure()).not.toBeNull();
      page.hears({ type: 'callback', command, outcome: 'success' });
      expect(page.unsure()).toBeNull();
    },
  );
});
