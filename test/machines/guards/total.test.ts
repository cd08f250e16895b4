import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import * as acwGuards from '../../../machines/guards/acw-guards.js';
import * as consultGuards from '../../../machines/guards/consult-guards.js';
import * as errorGuards from '../../../machines/guards/error-guards.js';
import type { GuardInput } from '../../../machines/guards/guard-input.js';
import { guards } from '../../../machines/guards/index.js';
import * as laneGuards from '../../../machines/guards/lane-guards.js';
import * as lateGuards from '../../../machines/guards/late-guards.js';
import * as legGuards from '../../../machines/guards/leg-guards.js';
import * as networkGuards from '../../../machines/guards/network-guards.js';
import * as pendingGuards from '../../../machines/guards/pending-guards.js';
import * as reasonGuards from '../../../machines/guards/reason-guards.js';
import * as regainGuards from '../../../machines/guards/regain-guards.js';
import * as waitingGuards from '../../../machines/guards/waiting-guards.js';
import { COMMANDS, SERVER_FACTS, type AgentContext } from '../../../machines/index.js';
import {
  callOf,
  callsOf,
  consult,
  contextOf,
  CUSTOMER,
  lanesOf,
  offered,
  pendingOf,
  STRANGER,
  talk,
  THIRD,
} from '../../support/machine-context.js';

type Guard = (input: GuardInput, params: object) => unknown;
const GUARDS = Object.entries(guards) as unknown as readonly (readonly [string, Guard])[];

const LANES = ['login', 'reset', 'makeCall', 'call', 'cancelConsult', 'hangup', 'microphone'];
/** Parameters of guards: all at once, since each guard looks at its own. */
const PARAMS = fc.record({
  lane: fc.constantFrom(...LANES),
  command: fc.constantFrom(...COMMANDS),
  reason: fc.constantFrom(null, 'dnd', 'general', 'locked'),
  quality: fc.constantFrom('veryPoor', 'veryGood'),
  target: fc.constantFrom('keep', 'next', 'idle', 'talking', 'consultingUnknown'),
  work: fc.constantFrom('talking', 'holding', 'ringing', 'dialing'),
});

const remembered = {
  call: {
    call: { ...talk, number: 0 },
    third: { ...consult, number: 0 },
    work: 'consulting' as const,
    isThirdAnswered: false,
    muted: true,
    onHold: 'thirdParty' as const,
  },
  acw: { since: 1, deadline: 5 },
};
const late = { command: 'holdCall', until: 20, about: [1], confirmedBy: [{ fact: 'call.held' as const, leg: 'call' as const }] };
const over = [{ callID: 'call-1', partyID: 'party-1', callType: 'Inbound', number: 1, wasEstablished: true }];
const CONTEXTS: readonly AgentContext[] = [
  contextOf(),
  callsOf({ call: callOf({}, { work: 'calling' }) }, lanesOf(pendingOf('makeCall'))),
  callsOf({ call: talk }),
  callsOf({ call: { ...talk, isLegOpen: true } }),
  callsOf({ call: talk, third: consult }),
  callsOf(
    { call: talk, third: { ...consult, legs: [], establishedAt: 3 } },
    { transfer: { deadline: 9, third: consult, isThirdHeld: false, isDone: false } },
  ),
  callsOf({ call: talk, waiting: [offered, { ...talk, number: 4, callID: 'call-4' }] }),
  callsOf(
    { over, hasTalked: true },
    { acw: { since: 1, deadline: 5 }, transfer: { deadline: 9, third: consult, isThirdHeld: false, isDone: true } },
  ),
  contextOf({ remembered }),
  contextOf({ remembered: { call: null, acw: null } }),
  ...COMMANDS.map((command) =>
    callsOf(
      { call: talk, third: consult, waiting: [offered] },
      { ...lanesOf(pendingOf(command)), acw: { since: 1, deadline: null }, lateRejections: [late] },
    ),
  ),
];

const TYPES = [
  ...SERVER_FACTS,
  ...COMMANDS,
  'on',
  'off',
  'command.sent',
  'command.accepted',
  'command.refused',
  'command.failed',
  'command.confirmed',
  'deadline.reached',
  'call.isOver',
  'acw.isOn',
  'acw.isOver',
  'transfer.completed',
  'connection.heard',
  'memory.recalled',
  'fact.ignored',
  'xstate.init',
  'no.such.event',
  '',
];

const LEG = fc.constantFrom(
  {},
  CUSTOMER,
  THIRD,
  STRANGER,
  { callID: 'call-1' },
  { partyID: 'party-2' },
  { callType: 'Consult' },
  { callID: 'x' },
);
const FACT = fc.record(
  {
    type: fc.constantFrom(...SERVER_FACTS),
    at: fc.constant(10),
    leg: LEG,
    reason: fc.constantFrom(null, 'none', 'dnd', 'locked', 'general'),
  },
  { requiredKeys: ['type'] },
);
/** Any event, with whichever of its fields. */
const EVENT = fc.record(
  {
    type: fc.constantFrom(...TYPES),
    at: fc.constant(10),
    leg: fc.oneof(LEG, fc.constant(null)),
    reason: fc.constantFrom(null, 'none', 'dnd', 'general', 'locked', 'other'),
    status: fc.constantFrom(null, 'idle', 'talking', 'holding', 'consulting', 'acw', 'calling'),
    statusIsNews: fc.boolean(),
    outlasting: fc.constantFrom([], [1], [1, 2, 3]),
    reading: fc.constantFrom({ quality: 'veryGood' }, {}, undefined),
    pending: fc.constantFrom(...COMMANDS).map((command) => pendingOf(command)),
    id: fc.constantFrom(1, 2),
    command: fc.constantFrom(...COMMANDS),
    outcome: fc.constantFrom('rejected', 'timedOut'),
    keys: fc.constantFrom(['1'], ['acw', 'transfer'], [], 'acw'),
    numbers: fc.constantFrom([1], [3], [], 7),
    fact: fc.oneof(FACT, fc.constant(undefined)),
    rule: fc.constantFrom('late', 'over', 'doubled'),
    refuses: fc.constantFrom(undefined, [], [...COMMANDS]),
    says: fc.constantFrom(undefined, 'noTalk', 'callIsOver', 'acwIsOver', 'acwIsOn', 'signedOut', 'displaced'),
    isIncoming: fc.boolean(),
    predatesAcw: fc.boolean(),
  },
  { requiredKeys: ['type'] },
);

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
};

CONTEXTS.forEach(freeze);

test('every guard answers yes or no to every event, whatever of it is missing, and changes nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CONTEXTS), EVENT, PARAMS, (context, told, params) => {
      // An error names a leg or none.
      const { leg, ...rest } = told;
      const event = freeze(leg === null && told.type === 'call.error' ? rest : told);
      const input = { context, event } as unknown as GuardInput;
      for (const [name, guard] of GUARDS) {
        const answer = guard(input, params);
        expect([name, typeof answer]).toEqual([name, 'boolean']);
        expect([name, guard(input, params)]).toEqual([name, answer]);
      }
    }),
    { numRuns: 300 },
  );
});

test.each(TYPES)('every guard answers yes or no to %s without its fields', (type) => {
  for (const context of CONTEXTS) {
    for (const [name, guard] of GUARDS) {
      for (const lane of name.includes('Lane') || name.startsWith('needs') || name.startsWith('is') ? LANES : LANES.slice(0, 1)) {
        const params = { lane, command: 'login', reason: null, quality: 'veryGood', target: 'keep', work: 'talking' };
        if (typeof guard({ context, event: { type } } as unknown as GuardInput, params) !== 'boolean')
          throw new Error(`${name} does not answer`);
      }
    }
  }
});

describe('the guards of the chart', () => {
  const MODULES = [
    acwGuards,
    consultGuards,
    errorGuards,
    laneGuards,
    lateGuards,
    legGuards,
    networkGuards,
    pendingGuards,
    reasonGuards,
    regainGuards,
    waitingGuards,
  ];
  const all = Object.assign({}, ...MODULES) as Readonly<Record<string, unknown>>;

  test.each(Object.keys(guards))('%s goes by the name of its function', (name) => {
    expect((guards as Readonly<Record<string, unknown>>)[name]).toBe(all[name]);
  });

  test('have names of their own', () => {
    const names = MODULES.flatMap((module) => Object.keys(module));
    expect(new Set(names).size).toBe(names.length);
  });
});
