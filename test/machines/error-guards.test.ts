import { describe, expect, test } from '@jest/globals';
import * as guards from '../../machines/guards/error-guards.js';
import type { AgentContext } from '../../machines/index.js';
import { question } from '../support/guard-question.js';
import { callLeg, consultLeg } from '../support/machine-context.js';

const CUSTOMER = { callID: 'talk-1', partyID: 'party-1', callType: 'Inbound' };
const STRANGER = { callID: 'talk-9', partyID: 'party-9', callType: 'Inbound' };
const ringing = { call: { ...callLeg, establishedAt: null } };
const acw = { acw: { since: 1, deadline: null } };

type Asked = readonly [string, object, Partial<AgentContext>, boolean];

function holds(guard: keyof typeof guards, says: string, rows: readonly Asked[]): void {
  test.each(rows)('%s', (_, error, context, answer) => {
    expect(guards[guard](question({ type: 'call.error', says, ...error }, context))).toBe(answer);
  });

  test('is said by no other error, and by nothing else', () => {
    for (const [, error, context] of rows) {
      expect(guards[guard](question({ type: 'call.error', ...error }, context))).toBe(false);
      expect(guards[guard](question({ type: 'call.error', says: 'interrupted', ...error }, context))).toBe(false);
      expect(guards[guard](question({ type: 'call.released', says, ...error }, context))).toBe(false);
    }
  });
}

describe('that the call is over', () => {
  holds('saysOverCallIsOver', 'callIsOver', [
    ['is so without a call', {}, {}, true],
    ['is so of a leg unheard of, without a call', { leg: STRANGER }, {}, true],
    ['is not so with one', {}, { call: callLeg }, false],
    ['is not so of one that rings', {}, ringing, false],
    ['is not so of the call there is', { leg: CUSTOMER }, { call: callLeg }, false],
    ['is not so of the third party', { leg: { ...CUSTOMER, partyID: 'party-2', callType: 'Consult' } }, { call: callLeg, consult: consultLeg }, false],
    ['is so of a leg that is over, whatever call there is', { leg: STRANGER }, { call: callLeg, ended: [STRANGER] }, true],
    ['is not known of a leg unheard of', { leg: STRANGER }, { call: callLeg }, false],
  ]);
});

describe('that the agent is not in a talk', () => {
  holds('saysNoTalkWhereNoneIs', 'noTalk', [
    ['is so without a call', {}, {}, true],
    ['is so while it rings', {}, ringing, true],
    ['is so while it rings, of whatever leg', { leg: CUSTOMER }, ringing, true],
    ['is not so in a talk', {}, { call: callLeg }, false],
    ['is so of a leg that is over', { leg: STRANGER }, { call: callLeg, ended: [STRANGER] }, true],
  ]);
});

describe('that after-call work is over', () => {
  holds('saysWhatIsSoOfAcw', 'acwIsOver', [
    ['is so without any', {}, {}, true],
    ['is so in a call', {}, { call: callLeg }, true],
    ['is not so in it', {}, acw, false],
  ]);
});

describe('that after-call work is on', () => {
  holds('saysWhatIsSoOfAcw', 'acwIsOn', [
    ['is so in it', {}, acw, true],
    ['is not so without any', {}, {}, false],
  ]);
});

describe('that the agent is signed out', () => {
  holds('saysSignedOut', 'signedOut', [['is said by that error', {}, {}, true]]);
});

describe('that another end has the agent', () => {
  holds('saysDisplaced', 'displaced', [['is said by that error', {}, {}, true]]);
});
