import fc from 'fast-check';
import type { CommandName } from '../../../sobot/index.js';
import { blank, codeOf, flag, keys, textOf, wholeNumberOf, type ParameterKind } from './kinds.js';
import type { ParameterSource } from './source.js';

/** How a parameter may be left out. */
type Presence =
  /** Must be there and must not be blank. */
  | 'required'
  /** Must be there; blank, where it may be, is among its values. */
  | 'present'
  /** Is there in this set, and could be left out. */
  | 'chosen'
  /** May be missing or blank. */
  | 'optional';

export interface ParameterRule {
  readonly name: string;
  readonly presence: Presence;
  readonly kind: ParameterKind;
  /** Why it must be there, if that depends on another parameter. */
  readonly because?: string;
}

/** The parameters that go together. */
export type ParameterSet = readonly ParameterRule[];

const required = (name: string, kind: ParameterKind, because?: string): ParameterRule => ({
  name,
  presence: 'required',
  kind,
  ...(because === undefined ? {} : { because }),
});
const present = (name: string, kind: ParameterKind): ParameterRule => ({ name, presence: 'present', kind });
const chosen = (name: string, kind: ParameterKind): ParameterRule => ({ name, presence: 'chosen', kind });
const optional = (name: string, kind: ParameterKind): ParameterRule => ({ name, presence: 'optional', kind });
/** Given as blank at most. */
const empty = (name: string): ParameterRule => optional(name, { ...textOf(['']), valid: blank });

const reasonCode = wholeNumberOf(fc.constantFrom(2, 11, 12, 13, 14, 15, 16, 17, 18), [0, 1, 3, 10, 19, 98, -2]);
const delayTime = wholeNumberOf(fc.integer({ min: 30, max: 900 }), [29, 901, 0, -30]);
const page = wholeNumberOf(fc.integer({ min: 1, max: 500 }), [-1]);

function targets({ agentIDs, exts, numbers }: Required<ParameterSource>): readonly ParameterSet[] {
  const byType = { '0': agentIDs, '1': numbers, '2': exts };
  return Object.entries(byType).map(([type, values]) => [required('targetType', codeOf(type)), required('target', textOf(values))]);
}

/**
 * The vendor's parameters of each command, as sets of those that go together. Written down from the vendor's page
 * and the contract, not from the declarations of this package, so that the two can disagree.
 */
export function parameterSets(command: CommandName, from: Required<ParameterSource>): readonly ParameterSet[] {
  const { agentIDs, exts, numbers, mobiles, shownNumbers, plans, companyId, tokens } = from;
  switch (command) {
    case 'initAgent':
      return [
        [
          required('token', textOf(tokens)),
          required('companyId', textOf([companyId])),
          required('agent', textOf(agentIDs)),
          optional('agentType', codeOf('0')),
          optional('allowStorageListen', flag),
          optional('businessTags', textOf(['scc'])),
        ],
      ];
    case 'login': {
      const phone = (phoneType: ParameterKind, mobile: ParameterRule): ParameterSet => [
        present('phoneType', phoneType),
        present('bindExt', textOf(['', ...exts])),
        optional('agentState', codeOf('1', '2')),
        mobile,
        optional('unbindExtOnLogout', flag),
      ];
      const mobile = textOf(mobiles);
      return [
        phone(codeOf('webrtc', 'sip'), optional('bindMobile', mobile)),
        phone({ ...codeOf('webrtc', 'sip'), valid: blank }, optional('bindMobile', mobile)),
        phone(codeOf('pstn'), required('bindMobile', mobile, 'with phoneType pstn')),
      ];
    }
    case 'notReady':
      return [[required('reasonCode', reasonCode)]];
    case 'makeCall': {
      const call = (...shown: readonly ParameterRule[]): ParameterSet => [
        required('otherDN', textOf([...numbers, ...exts])),
        ...shown,
        optional('agentANI', textOf(shownNumbers)),
        optional('outboundRouteType', textOf(['1'])),
      ];
      return [
        call(empty('ANI'), empty('outboundPlanCode')),
        call(chosen('ANI', textOf(shownNumbers)), empty('outboundPlanCode')),
        call(empty('ANI'), chosen('outboundPlanCode', textOf(plans))),
        call(optional('privacyNumber', textOf(['encrypted-1']))),
      ];
    }
    case 'singleTransfer':
    case 'initiateConsult':
      return targets(from);
    case 'delayACW':
      return [[required('delayTime', delayTime)]];
    case 'sendDtmf':
      return [[required('dtmfDigits', keys)]];
    case 'queryUnusedExts':
      return [[optional('ext', textOf(exts)), optional('currPage', page), optional('pageSize', page)]];
    case 'queryAgents':
      return [[optional('agentName', textOf(['Agent 1001'])), optional('agentState', wholeNumberOf(fc.constantFrom(1, -1), [0, 2, -2]))]];
    case 'setRoute':
      return [
        [required('explicitRule', codeOf('1')), empty('explicitCode'), empty('explicitNumber')],
        [required('explicitRule', codeOf('2')), required('explicitCode', textOf(plans), 'with explicitRule 2')],
        [required('explicitRule', codeOf('3')), required('explicitNumber', textOf(shownNumbers), 'with explicitRule 3')],
      ];
    case 'forceLogout':
    case 'forceBusy':
    case 'forceReady':
      return [[required('targetAgentID', textOf(agentIDs))]];
    case 'logout':
    case 'ready':
    case 'resetLogout':
    case 'queryStates':
    case 'queryPhoneType':
    case 'queryAgentLoginInfo':
    case 'queryAgentCanJoinedInfo':
    case 'answer':
    case 'rejectCall':
    case 'hangup':
    case 'holdCall':
    case 'retrieveCall':
    case 'muteCall':
    case 'unmute':
    case 'cancelConsult':
    case 'retrieveConsult':
    case 'consultTransfer':
    case 'consultConference':
    case 'completeACW':
    case 'completeACWToBusy':
    case 'queryRoutes':
      return [[]];
  }
}
