import * as v from 'valibot';
import type { Agent } from '../desk/agent.js';
import { agentByNumber, type Desk } from '../desk/context.js';
import { identityOf } from '../desk/init.js';
import { latencySchema } from '../options/schema.js';
import type { FaultBook } from './fault-book.js';
import type { FaultRule } from './fault-rule.js';
import type { Faults } from './faults.js';
import type { Network } from './network.js';
import type { Page } from './page.js';
import type { SimulatedSdk } from './sdk.js';

export interface FaultParts {
  readonly desk: Desk;
  readonly book: FaultBook;
  readonly network: Network;
  /** The page of an SDK object. @throws Error if it is of another call centre */
  readonly pageOf: (sdk: SimulatedSdk) => Page;
  readonly connect: () => SimulatedSdk;
  readonly restartSwitch: (ms: number) => void;
  /** Runs after a change that does not come from a timer. */
  readonly tidyUp: () => void;
}

/** Sets up the faults that options have named. */
export function addRules(book: FaultBook, rules: readonly FaultRule[]): void {
  for (const { fault, event, ...options } of rules) book.addForMessages(fault, event, options);
}

/** @throws Error if there is no such agent */
function agentOf({ desk }: FaultParts, agentID: string): Agent {
  const agent = agentByNumber(desk, agentID);
  if (agent === null) throw new Error(`There is no agent with work number ${agentID}.`);
  return agent;
}

/** The pages of an agent, or the one page that is meant. */
function pagesOf(parts: FaultParts, target: SimulatedSdk | string): readonly Page[] {
  if (typeof target !== 'string') return [parts.pageOf(target)];
  const agent = agentOf(parts, target);
  return [...parts.network.links.pages].filter((page) => page.agent === agent);
}

/** A page that signs the agent in; it does not wait for answers, its channel keeps the order. */
function signInElsewhere(parts: FaultParts, agentID: string, login?: object): SimulatedSdk {
  const agent = agentOf(parts, agentID);
  const { session } = agent;
  const sdk = parts.connect();
  sdk.initAgent(identityOf(parts.desk, agent));
  sdk.login(
    login ?? {
      agentState: agent.login === 'online' ? '1' : '2',
      phoneType: session?.phoneType ?? '',
      bindExt: session?.ext ?? '',
      bindMobile: session?.mobile ?? '',
    },
  );
  return sdk;
}

export function createFaults(parts: FaultParts): Faults {
  const { book, network, desk, tidyUp } = parts;
  const reconnect = (pages: readonly Page[]): void => {
    for (const page of pages) network.links.reconnect(page);
    tidyUp();
  };
  const breakLinks = (pages: readonly Page[], how: 'disconnect' | 'interrupt', ms?: number): void => {
    for (const page of pages) network.links[how](page);
    tidyUp();
    if (ms === undefined) return;
    desk.agenda.after(ms, 'timer', () => {
      reconnect(pages);
    });
  };
  return {
    drop: (match, options) => book.addForMessages('drop', match, options),
    delay: (match, options) => book.addForMessages('delay', match, options),
    duplicate: (match, options) => book.addForMessages('duplicate', match, options),
    reorder: (match, options) => book.addForMessages('reorder', match, options),
    loseCallbacks: (command, options = {}) => book.addForCommands(command, { does: 'loseCallback' }, options),
    failNext: (command, errorCode, options = {}) => book.addForCommands(command, { does: 'refuse', errorCode }, { times: 1, ...options }),
    latency: (range, { agentID } = {}) => {
      if (!v.is(latencySchema, range)) throw new TypeError('A latency must be [lowest, highest] in ms.');
      network.channels.setLatency(range, agentID);
    },
    disconnect: (target, { ms } = {}) => {
      breakLinks(pagesOf(parts, target), 'disconnect', ms);
    },
    interrupt: (target, { ms } = {}) => {
      breakLinks(pagesOf(parts, target), 'interrupt', ms);
    },
    reconnect: (target) => {
      reconnect(pagesOf(parts, target));
    },
    secondEnd: (agentID, login) => signInElsewhere(parts, agentID, login),
    rivalLogin: (agentID, { order = 'rivalFirst', times = 1 } = {}) => {
      agentOf(parts, agentID);
      return book.addForCommands('login', { does: 'bringRival', order }, { agentID, times });
    },
    restartSwitch: ({ ms = 1000 } = {}) => {
      parts.restartSwitch(ms);
      tidyUp();
    },
    clear: () => {
      book.clear();
      network.channels.resetLatency();
    },
  };
}
