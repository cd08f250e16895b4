import { describe, expect, test } from '@jest/globals';
import * as acwGuards from '../../machines/guards/acw-guards.js';
import * as consultGuards from '../../machines/guards/consult-guards.js';
import * as errorGuards from '../../machines/guards/error-guards.js';
import type { GuardInput } from '../../machines/guards/guard-input.js';
import * as laneGuards from '../../machines/guards/lane-guards.js';
import * as legGuards from '../../machines/guards/leg-guards.js';
import * as networkGuards from '../../machines/guards/network-guards.js';
import * as reasonGuards from '../../machines/guards/reason-guards.js';
import * as regainGuards from '../../machines/guards/regain-guards.js';
import * as requestGuards from '../../machines/guards/request-guards.js';
import { COMMANDS, SERVER_FACTS } from '../../machines/index.js';
import { callLeg, consultLeg, contextOf, requestFor } from '../support/machine-context.js';

type Guard = (input: GuardInput, params: never) => unknown;

const MODULES = { acwGuards, consultGuards, errorGuards, laneGuards, legGuards, networkGuards, reasonGuards, regainGuards, requestGuards };
const GUARDS = Object.values(MODULES).flatMap((module) => Object.entries(module) as unknown as [string, Guard][]);

const LANES = ['login', 'reset', 'call', 'cancelConsult', 'hangup'].map((lane) => ({ lane }));
const COMMAND = ['login', 'makeCall'].map((command) => ({ command }));
/** What a guard is asked about; most need nothing but the event. */
const PARAMS: Readonly<Record<string, readonly object[]>> = {
  ...Object.fromEntries(
    ['isForLane', 'answersLane', 'confirmsLane', 'needsLogin', 'isMoot', 'failsLane', 'isLaneDue', 'refusesConsult', 'isConsultCancelled']
      .map((name) => [name, LANES]),
  ),
  isRequestOf: COMMAND,
  isUndone: COMMAND,
  isRejectionOf: COMMAND,
  reasonIs: [{ code: null }, { code: 2 }, { code: 98 }],
  qualityIs: [{ quality: 'e' }],
  regainsAs: [{ status: 'idle' }, { status: 'keep' }],
};
const paramsOf = (name: string) => PARAMS[name] ?? [{}];

const remembered = {
  call: { callID: 'call-1', work: 'consulting' as const, phase: 'dialing' as const, muted: true, leg: callLeg, consult: consultLeg },
  acw: { since: 1, deadline: 5 },
};
const IN_FLIGHT = [
  'login', 'notReady', 'makeCall', 'initiateConsult', 'consultConference', 'consultTransfer', 'retrieveConsult',
  'completeACW', 'completeACWToBusy',
] as const;
const CONTEXTS = {
  'a page just opened': contextOf({}),
  'a call without ids': contextOf({ call: { ...callLeg, callID: null, partyID: null, callType: null, establishedAt: null } }),
  'a call': contextOf({ call: callLeg, callNumber: 1 }),
  'a consult': contextOf({ call: callLeg, consult: consultLeg, callNumber: 1 }),
  'after-call work': contextOf({ acw: { since: 1, deadline: 5 }, ended: [{ callID: 'call-1' }] }),
  'after-call work without an end': contextOf({ acw: { since: 1, deadline: null } }),
  'a remembered call': contextOf({ remembered }),
  'nothing remembered of a call': contextOf({ remembered: { call: null, acw: null } }),
  ...Object.fromEntries(
    IN_FLIGHT.map((command) => [
      `${command} in flight`,
      contextOf({ call: callLeg, consult: consultLeg, acw: { since: 1, deadline: 5 }, requests: requestFor(command) }),
    ]),
  ),
};

const LEGS = [{}, { callID: 'call-1' }, { partyID: 'party-1' }, { partyID: 'party-2', callType: 'Consult' }, { callID: 'x', callType: 'Inbound' }];
const TYPES = [
  ...SERVER_FACTS, ...COMMANDS, 'on', 'off', 'request.opened', 'request.succeeded', 'request.failed', 'request.undone',
  'deadline.reached', 'xstate.init', 'no.such.event', '',
];
const BARE = TYPES.flatMap((type) => [{ type }, { type, at: 10 }]);
const WHOLE = [
  ...SERVER_FACTS.flatMap((type) => LEGS.map((leg) => ({ type, at: 10, leg, reasonCode: 2, status: null, statusIsNews: true, reading: { quality: 'e' } }))),
  { type: 'connection.regained', at: 10, leg: null, status: 'acw', statusIsNews: false },
  { type: 'agent.notReady', at: 10, reasonCode: 98 },
  { type: 'request.opened', at: 10, request: requestFor('makeCall').call },
  { type: 'request.undone', at: 10, command: 'makeCall', outcome: 'rejected' },
  { type: 'request.succeeded', at: 10, id: 1 },
  { type: 'deadline.reached', at: Number.MAX_SAFE_INTEGER },
];

/** Calls a guard with everything; what it does otherwise than to return a boolean is listed. */
function oddities(name: string, guard: Guard, events: readonly object[]): readonly string[] {
  const found = new Set<string>();
  for (const [situation, context] of Object.entries(CONTEXTS)) {
    for (const event of events) {
      for (const params of paramsOf(name)) {
        try {
          const answer = guard({ context, event } as unknown as GuardInput, params as never);
          if (typeof answer !== 'boolean') found.add(`${situation}: ${JSON.stringify(event)} gives ${String(answer)}`);
        } catch (error) {
          found.add(`${situation}: ${JSON.stringify(event)} throws ${String(error)}`);
        }
      }
    }
  }
  return [...found].slice(0, 5);
}

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
};

describe.each(GUARDS)('the guard %s', (name, guard) => {
  test('answers yes or no to every event', () => {
    expect(oddities(name, guard, WHOLE)).toEqual([]);
  });

  test('answers yes or no to events without their fields', () => {
    expect(oddities(name, guard, BARE)).toEqual([]);
  });

  test('changes nothing that it is shown', () => {
    freeze(CONTEXTS);
    freeze(WHOLE);
    expect(oddities(name, guard, WHOLE)).toEqual([]);
  });

  test('says the same when asked again', () => {
    const ask = () =>
      Object.values(CONTEXTS).flatMap((context) =>
        WHOLE.flatMap((event) => paramsOf(name).map((params) => guard({ context, event } as unknown as GuardInput, params as never))),
      );
    expect(ask()).toEqual(ask());
  });
});

test('no guard has the name of another', () => {
  const names = GUARDS.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
});
