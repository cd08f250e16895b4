import { CUSTOMERS, LOCK_AFTER_MISSED, COMPANY } from '../floor/house.js';
import type { Guide } from './guide.js';
import { oneOf } from './plain-parameters.js';

const notReady = (reasonCode: number) => async (guide: Guide) => {
  await guide.isReady();
  await guide.does('notReady', { reasonCode });
};

/** Places to which the simulated call centre itself leads, and how one gets there. */
const TRODDEN = {
  'a page that has only loaded': (guide) => {
    guide.loads();
  },
  'a page that initialises': async (guide) => {
    guide.loads();
    await guide.begins('initAgent', 0);
  },
  'a page that the service has refused': async (guide) => {
    guide.loads();
    await guide.does('initAgent', { token: 'any', companyId: COMPANY, agent: 'nobody' });
  },
  'a page displaced by another end': (guide) => guide.isDisplaced(),
  'signing in': async (guide) => {
    await guide.isOut();
    await guide.begins('login', 0);
  },
  'signing out': async (guide) => {
    await guide.isReady();
    await guide.begins('logout', 0);
  },
  'a link that is known to be down': async (guide) => {
    await guide.isReady();
    guide.isInterrupted();
    await guide.arrives(1);
  },
  'not disturbed': notReady(2),
  'break 11': notReady(11),
  'break 12': notReady(12),
  'break 13': notReady(13),
  'break 14': notReady(14),
  'break 15': notReady(15),
  'break 16': notReady(16),
  'break 17': notReady(17),
  'break 18': notReady(18),
  'locked by the system': (guide) => guide.misses(LOCK_AFTER_MISSED),
  'asking for a call': async (guide) => {
    await guide.isReady();
    await guide.begins('makeCall', 0, { otherDN: oneOf(CUSTOMERS, 0) });
  },
  talking: (guide) => guide.talks(),
  'talking, muted': async (guide) => {
    await guide.talks();
    await guide.does('muteCall');
  },
  holding: async (guide) => {
    await guide.talks();
    await guide.does('holdCall');
  },
  'a consult that rings': (guide) => guide.consults(false),
  'a consult that was not taken': async (guide) => {
    await guide.consults(false);
    await guide.isRejected();
  },
  'a consult': (guide) => guide.consults(true),
  'a conference': async (guide) => {
    await guide.consults(true);
    await guide.does('consultConference');
  },
  'a conference that is held': async (guide) => {
    await guide.consults(true);
    await guide.does('consultConference');
    await guide.presses('hold');
  },
  'a consult whose third party is held': async (guide) => {
    await guide.consults(true);
    await guide.presses('swap');
  },
  "an offer that may be the agent's own call": async (guide) => {
    await guide.isReady();
    guide.isDialledFor();
    await guide.begins('makeCall', 1, { otherDN: oneOf(CUSTOMERS, 1) });
  },
  'a conference that forms, the customer retrieved': async (guide) => {
    await guide.consults(true);
    await guide.begins('consultConference', 1);
  },
  'a conference that forms, both legs told': async (guide) => {
    await guide.consults(true);
    await guide.begins('consultConference', 2);
  },
  'a conference that forms, only the third party told': async (guide) => {
    await guide.consults(true);
    guide.loses('EventAgentRetrieveCall');
    guide.loses('EventRetrieved');
    await guide.begins('consultConference', 1);
  },
  'a transfer, the customer gone': async (guide) => {
    await guide.consults(true);
    await guide.begins('consultTransfer', 0);
    guide.isLeft();
    await guide.arrives(1);
  },
  'a consult after an outage': async (guide) => {
    await guide.consults(false);
    await guide.blinks();
  },
  muting: async (guide) => {
    await guide.talks();
    await guide.begins('muteCall', 0);
  },
  'more after-call work that is asked for': async (guide) => {
    await guide.talks();
    await guide.does('hangup');
    await guide.begins('delayACW', 0);
  },
  'taking the agent back by initAgent': async (guide) => {
    await guide.isDisplaced();
    await guide.begins('initAgent', 0);
  },
  'taking the agent back by login': async (guide) => {
    await guide.isDisplaced();
    await guide.begins('login', 0);
  },
  'a transfer that is asked for': async (guide) => {
    await guide.consults(true);
    await guide.begins('consultTransfer', 0);
  },
  'returning from a consult': async (guide) => {
    await guide.consults(true);
    await guide.begins('retrieveConsult', 0);
  },
  'a hold that is asked for': async (guide) => {
    await guide.talks();
    await guide.begins('holdCall', 0);
  },
  'a consult that is given up': async (guide) => {
    await guide.consults(false);
    await guide.begins('cancelConsult', 0);
  },
  'hanging up': async (guide) => {
    await guide.talks();
    await guide.begins('hangup', 0);
  },
  'getting out of everything': async (guide) => {
    await guide.isReady();
    await guide.begins('resetLogout', 0);
  },
  'signed out, and not told so by an answer': async (guide) => {
    await guide.isReady();
    guide.losesAnswer('logout');
    await guide.does('logout');
  },
  'out of everything, and not told so by an answer': async (guide) => {
    await guide.isReady();
    guide.losesAnswer('resetLogout');
    await guide.does('resetLogout');
  },
  'a very good line': (guide) => guide.measures('e'),
  'a good line': (guide) => guide.measures('d'),
  'a fair line': (guide) => guide.measures('c'),
  'a poor line': (guide) => guide.measures('b'),
  'a very poor line': (guide) => guide.measures('a'),
  'after-call work': async (guide) => {
    await guide.talks();
    await guide.does('hangup');
  },
} as const satisfies Readonly<Record<string, (guide: Guide) => Promise<void> | void>>;

/** Places to which messages lead that the simulated call centre cannot send yet, or hardly ever sends then. */
const MADE_UP = {
  'a talk that is a guess': async (guide) => {
    await guide.talks();
    guide.reloads();
    await guide.begins('initAgent', 1);
    guide.isTold('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1' },
      workStatusInfo: { callID: 'a-call', callType: 'Inbound' },
    });
  },
  'signing in, and pushed out meanwhile': async (guide) => {
    await guide.isOut();
    await guide.begins('login', 0);
    guide.isTold('EventAgentConnectionChanged', {});
  },
  'a phone that is registered': async (guide) => {
    await guide.isReady();
    guide.isTold('EventRegistered', {});
  },
  'a phone that is lost': async (guide) => {
    await guide.isReady();
    guide.isTold('EventUnregistered', {});
  },
} as const satisfies Readonly<Record<string, (guide: Guide) => Promise<void> | void>>;

export const PLACES = { ...TRODDEN, ...MADE_UP };

export type Place = keyof typeof PLACES;

export const TRODDEN_PLACES = Object.keys(TRODDEN) as readonly Place[];
export const MADE_UP_PLACES = Object.keys(MADE_UP) as readonly Place[];
