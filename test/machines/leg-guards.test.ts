import { describe, expect, test } from '@jest/globals';
import * as guards from '../../machines/guards/leg-guards.js';
import type { AgentContext } from '../../machines/index.js';
import { question, waiting } from '../support/guard-question.js';
import { callLeg, consultLeg } from '../support/machine-context.js';

const CUSTOMER = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' };
const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult' };
const STRANGER = { callID: 'call-9', partyID: 'party-9', callType: 'Inbound' };

const onCall = { call: callLeg };
const inConsult = { call: callLeg, consult: consultLeg };
const isOver = { ended: [CUSTOMER] };

type Name = keyof typeof guards;
type Row = readonly [sentence: string, guard: Name, event: object, context: Partial<AgentContext>, answer: boolean];

const ROWS: readonly Row[] = [
  ['the customer\'s leg is the call', 'isCall', { type: 'call.held', leg: CUSTOMER }, inConsult, true],
  ['the third party\'s leg is not the call', 'isCall', { type: 'call.held', leg: THIRD }, inConsult, false],
  ['what is about no leg is not the call', 'isCall', { type: 'agent.ready' }, inConsult, false],
  ['the third party\'s leg is the consult', 'isConsult', { type: 'call.held', leg: THIRD }, inConsult, true],
  ['the customer\'s leg is not the consult', 'isConsult', { type: 'call.held', leg: CUSTOMER }, inConsult, false],
  ['held without a party rather means the customer', 'isCall', { type: 'call.held', leg: { callID: 'call-1' } }, inConsult, true],
  ['retrieved without a party rather means the customer', 'isCall', { type: 'call.retrieved', leg: { callID: 'call-1' } }, inConsult, true],
  ['released without a party rather means the third party', 'isConsult', { type: 'call.released', leg: { callID: 'call-1' } }, inConsult, true],
  ['established without a party rather means the third party', 'isConsult', { type: 'call.established', leg: { callID: 'call-1' } }, inConsult, true],

  ['a leg that says Consult starts one', 'startsConsult', { type: 'call.dialing', leg: THIRD }, onCall, true],
  ['also if it is first heard of when it is answered', 'startsConsult', { type: 'call.established', leg: THIRD }, onCall, true],
  ['also if it is first heard of when it is over', 'startsConsult', { type: 'call.released', leg: THIRD }, onCall, true],
  ['a leg that rings is somebody else\'s', 'startsConsult', { type: 'call.ringing', leg: THIRD }, onCall, false],
  ['a consult that is known does not start', 'startsConsult', { type: 'call.dialing', leg: THIRD }, inConsult, false],
  ['without a call there is no consult', 'startsConsult', { type: 'call.dialing', leg: THIRD }, {}, false],
  ['before the customer is talked with there is no consult', 'startsConsult', { type: 'call.dialing', leg: THIRD }, { call: { ...callLeg, establishedAt: null } }, false],
  ['a leg of no type starts none by itself', 'startsConsult', { type: 'call.dialing', leg: { callID: 'call-9', partyID: 'party-9' } }, onCall, false],
  ['a leg of no type starts the one asked for', 'startsConsult', { type: 'call.dialing', leg: { callID: 'call-9', partyID: 'party-9' } }, { ...onCall, ...waiting('call', 'initiateConsult') }, true],
  ['another command asks for none', 'startsConsult', { type: 'call.dialing', leg: { callID: 'call-9', partyID: 'party-9' } }, { ...onCall, ...waiting('call', 'holdCall') }, false],
  ['a stranger\'s call coming in is not the one asked for', 'startsConsult', { type: 'call.dialing', leg: STRANGER }, { ...onCall, ...waiting('call', 'initiateConsult') }, false],
  ['an incoming type within the same talk is the one asked for', 'startsConsult', { type: 'call.dialing', leg: { ...STRANGER, callID: 'call-1' } }, { ...onCall, ...waiting('call', 'initiateConsult') }, true],
  ['an outgoing type in a talk of its own is the one asked for', 'startsConsult', { type: 'call.dialing', leg: { ...STRANGER, callType: 'Outbound' } }, { ...onCall, ...waiting('call', 'initiateConsult') }, true],
  ['the second consult of a talk looks like the first, which is over', 'startsConsult', { type: 'call.dialing', leg: { callID: 'call-1', callType: 'Consult' } }, { ...onCall, ended: [{ callID: 'call-1', callType: 'Consult' }], ...waiting('call', 'initiateConsult') }, true],
  ['the end of the first does not start a second', 'startsConsult', { type: 'call.released', leg: { callID: 'call-1', callType: 'Consult' } }, { ...onCall, ended: [{ callID: 'call-1', callType: 'Consult' }], ...waiting('call', 'initiateConsult') }, false],
  ['a party that is over does not start a second', 'startsConsult', { type: 'call.dialing', leg: THIRD }, { ...onCall, ended: [THIRD], ...waiting('call', 'initiateConsult') }, false],
  ['nobody has asked for a second', 'startsConsult', { type: 'call.dialing', leg: { callID: 'call-1', callType: 'Consult' } }, { ...onCall, ended: [{ callID: 'call-1', callType: 'Consult' }] }, false],
  ['what is about no leg starts none', 'startsConsult', { type: 'call.dialing' }, { ...onCall, ...waiting('call', 'initiateConsult') }, false],

  ['a leg unheard of is a new call', 'isNewCall', { type: 'call.ringing', leg: STRANGER }, onCall, true],
  ['the leg that is known is no new call', 'isNewCall', { type: 'call.ringing', leg: CUSTOMER }, onCall, false],
  ['a leg that is over is no new call', 'isNewCall', { type: 'call.ringing', leg: CUSTOMER }, isOver, false],
  ['a consult that starts is no new call', 'isNewCall', { type: 'call.dialing', leg: THIRD }, onCall, false],
  ['what is about no leg is no new call', 'isNewCall', { type: 'agent.ready' }, {}, false],

  ['a leg that has ended is over', 'isOver', { type: 'call.released', leg: CUSTOMER }, isOver, true],
  ['a leg that is known is not over', 'isOver', { type: 'call.released', leg: CUSTOMER }, onCall, false],
  ['a leg unheard of is not over', 'isOver', { type: 'call.released', leg: STRANGER }, isOver, false],

  ['another party of the talk is in it', 'isThisTalk', { type: 'conference.formed', leg: { callID: 'call-1', partyID: 'party-9' } }, onCall, true],
  ['a party of another talk is not', 'isThisTalk', { type: 'conference.formed', leg: STRANGER }, onCall, false],
  ['what is about no leg is about no talk', 'isThisTalk', { type: 'conference.formed' }, onCall, false],

  ['a talk unheard of is new', 'isNewTalk', { type: 'conference.formed', leg: STRANGER }, onCall, true],
  ['another party of the talk makes no new one', 'isNewTalk', { type: 'conference.formed', leg: { callID: 'call-1', partyID: 'party-9' } }, onCall, false],
  ['a talk that is over is not new', 'isNewTalk', { type: 'conference.formed', leg: CUSTOMER }, isOver, false],

  ['a leg of type Inbound comes in', 'isIncoming', { type: 'call.ringing', leg: STRANGER }, {}, true],
  ['a leg of type Consult comes in', 'isIncoming', { type: 'call.ringing', leg: { ...STRANGER, callType: 'Consult' } }, {}, true],
  ['a leg of type Outbound does not', 'isIncoming', { type: 'call.ringing', leg: { ...STRANGER, callType: 'Outbound' } }, {}, false],
  ['a leg of type Outbound does where the server says that the agent is called', 'isIncoming', { type: 'call.ringing', isIncoming: true, leg: { ...STRANGER, callType: 'Outbound' } }, {}, true],
  ['only what rings is called', 'isIncoming', { type: 'call.dialing', isIncoming: true, leg: { ...STRANGER, callType: 'Outbound' } }, {}, false],
  ['a leg that is over does not come in', 'isIncoming', { type: 'call.ringing', isIncoming: true, leg: CUSTOMER }, isOver, false],
  ['what is about no leg does not come in', 'isIncoming', { type: 'call.ringing', isIncoming: true }, {}, false],

  ['after-call work follows a talk', 'endsInAcw', { type: 'call.released' }, { hasTalked: true }, true],
  ['after-call work follows no ringing', 'endsInAcw', { type: 'call.released' }, { hasTalked: false }, false],
  ['after-call work follows nothing where there is none', 'endsInAcw', { type: 'call.released' }, { hasTalked: true, acwPolicy: { enabled: false, seconds: null } }, false],
  ['the end of the customer\'s leg leads into after-call work', 'isCallEndingInAcw', { type: 'call.released', leg: CUSTOMER }, { ...inConsult, hasTalked: true }, true],
  ['the end of the third party\'s leg does not', 'isCallEndingInAcw', { type: 'call.released', leg: THIRD }, { ...inConsult, hasTalked: true }, false],
  ['the end of a leg that was never talked on does not', 'isCallEndingInAcw', { type: 'call.released', leg: CUSTOMER }, { ...inConsult, hasTalked: false }, false],
];

describe('of the legs', () => {
  test.each(ROWS)('%s (%s)', (_, name, event, context, answer) => {
    expect(guards[name](question(event, context))).toBe(answer);
  });
});
