import { expect, test } from '@jest/globals';
import { WORDS } from '../../adapters/sobot/words.js';
import { Mask } from '../../src/recorder/mask.js';
import { Pseudonyms } from '../../src/recorder/pseudonyms.js';

const recorded = (name: string) => new Mask(new Pseudonyms(), WORDS.recorded).attribute(name, 'some-word');

// The vendor's page: codes, roles, ids of the company and the agent, settings.
test.each([
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
])('a recording shows what names nobody: %s', (name) => {
  expect(recorded(name)).toBe('some-word');
});

test.each([
  ['token', '[token]'],
  ['businessTags', '[business data]'],
  ['dtmfDigits', '[digits]'],
  ['agentName', '[name]'],
  ['attachedData', '[attached data]'],
  ['somethingNew', '[text of 9 characters]'],
])('and never what is secret, personal or not known: %s', (name, kept) => {
  expect(recorded(name)).toBe(kept);
});
