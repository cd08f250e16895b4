import { describe, expect, test } from '@jest/globals';
import { endOf, ownReason, releaseReason, type EndRole } from '../../../machines/calls/end-reason.js';
import type { CommandName } from '../../../machines/index.js';
import { callsOf, consult, lanesOf, offered, pendingOf, talk } from '../../support/machine-context.js';

const CALLS = { call: talk, consult, waiting: offered } as const;

describe("the reason that the agent's own command gives for an end", () => {
  const ROLES: readonly EndRole[] = ['call', 'consult', 'waiting'];
  const rows: Readonly<Partial<Record<CommandName, readonly (string | null)[]>>> = {
    // command: call, consult, waiting
    hangup: ['hungUp', 'hungUp', null],
    resetLogout: ['hungUp', 'hungUp', 'hungUp'],
    rejectCall: ['rejected', null, 'rejected'],
    singleTransfer: ['transferred', null, null],
    consultTransfer: ['transferred', 'transferred', null],
    consultConference: [null, 'joined', null],
    retrieveConsult: [null, 'hungUp', null],
    cancelConsult: [null, 'hungUp', null],
    answer: [null, null, null],
    holdCall: [null, null, null],
    retrieveCall: [null, null, null],
    initiateConsult: [null, null, null],
    makeCall: [null, null, null],
    muteCall: [null, null, null],
    logout: [null, null, null],
  };
  const cells = Object.entries(rows).flatMap(([command, reasons]) =>
    ROLES.map((role, index) => [command, role, reasons[index] ?? null] as const),
  );

  test.each(cells)('%s, the %s: %s', (command, role, reason) => {
    const about = [1, 3];
    const context = callsOf(
      { call: talk, third: consult, waiting: [offered] },
      lanesOf(pendingOf(command as CommandName, { about, known: [1, 2, 3] })),
    );
    expect(ownReason(role, CALLS[role], context)).toBe(reason);
  });

  test('is none where nothing is pending', () => {
    for (const role of ROLES) expect(ownReason(role, CALLS[role], callsOf({ call: talk }))).toBeNull();
  });

  test('is none of a call that the command is not for', () => {
    const context = (command: CommandName) => callsOf({ call: talk }, lanesOf(pendingOf(command, { about: [7], known: [7] })));
    expect(ownReason('call', talk, context('rejectCall'))).toBeNull();
    expect(ownReason('call', talk, context('hangup'))).toBeNull();
    expect(ownReason('consult', consult, context('consultTransfer'))).toBe('transferred');
  });
});

describe('the reason of a release that no command explains', () => {
  test.each<readonly [string, Partial<typeof talk>, 'busy' | 'answeredElsewhere' | undefined, string]>([
    ['answered: the other side', {}, undefined, 'otherSide'],
    ['answered, whatever the server says besides', {}, 'busy', 'otherSide'],
    ['offered and not answered', { establishedAt: null, isOffered: true }, undefined, 'missed'],
    ['dialed and not answered', { establishedAt: null }, undefined, 'notReached'],
    ['not answered, as the release says', { establishedAt: null, isOffered: true }, 'answeredElsewhere', 'answeredElsewhere'],
    ['not answered, as was said before', { establishedAt: null, cause: 'busy' }, undefined, 'busy'],
    ['not answered, as the release says rather than what was said before', { establishedAt: null, cause: 'noAnswer' }, 'busy', 'busy'],
  ])('%s', (_, more, said, reason) => {
    expect(releaseReason({ ...talk, ...more }, said)).toBe(reason);
  });
});

test('an end is told with the ids of the call and its answer', () => {
  expect(endOf(talk)).toEqual({ callID: 'call-1', partyID: 'party-1', callType: 'Inbound', establishedAt: 2 });
});
