import type { VendorWords } from '../../src/index.js';
import { QUALITY_LETTERS, REASON_CODES } from './codes.js';

/** The vendor's own words (source: the vendor's page). */
export const WORDS: VendorWords = {
  codes: { reasons: REASON_CODES, qualities: QUALITY_LETTERS },
  recorded: {
    numbers: /DN$|ANI$|^DNIS$|^privacyNumber$|^explicitNumber$|^bindMobile$|^bindExt$|^ext$/,
    // Secrets, business data, names, and keys that may be a PIN.
    never: { token: '[token]', businessTags: '[business data]', dtmfDigits: '[digits]', agentName: '[name]' },
    shown: [
      'companyId',
      'agentID',
      'agent',
      'agentType',
      'agentState',
      'reasonCode',
      'phoneType',
      'workStatus',
      'thisDNRole',
      'otherDNRole',
      'thirdDNRole',
      'targetAgentID',
      'targetType',
      'delayTime',
      'currPage',
      'pageSize',
      'outboundRouteType',
      'outboundPlanCode',
      'explicitRule',
      'explicitCode',
      'unbindExtOnLogout',
      'allowStorageListen',
    ],
  },
};
