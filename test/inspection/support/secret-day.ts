import type { AgentOptions, CommandName } from '../../../adapters/sobot/index.js';
import { EVENT_ALIASES } from '../../../adapters/sobot/events/aliases.js';
import { COMMANDS } from '../../../machines/index.js';
import { Bench, CUSTOMER, PARAMETERS, THIRD } from '../../support/bench/index.js';

/** Each is found nowhere but where it is planted. */
export const SECRETS = {
  token: 'tok-aeiou-f00',
  /** The service's own token. */
  ticket: 'tck-uoiea-b77',
  customer: '13712345678',
  agentMobile: '13687654321',
  target: '88776655',
  order: 'ORD-XYZZY',
  note: 'gall-bladder',
} as const;

/** Those of the secrets that the texts hold. */
export function secretsIn(...texts: readonly string[]): readonly string[] {
  return Object.values(SECRETS).filter((secret) => texts.some((text) => text.includes(secret)));
}

const { token, ticket, customer, agentMobile, target, order, note } = SECRETS;

/** Attributes of a call, with a secret wherever one may be. */
const ATTACHED = { orderID: order, [order]: note, list: [{ note }] };
const PERSONAL = {
  otherDN: customer,
  ANI: customer,
  DNIS: agentMobile,
  thisDN: agentMobile,
  thirdDN: target,
  bindMobile: agentMobile,
  token: ticket,
  attachedData: ATTACHED,
  note,
};
const FAILURE = {
  errorCode: '330082',
  errorMessage: `${customer} of ${order} for ${token}: ${note}`,
  message: `${target} is busy`,
  ...PERSONAL,
};

const SECRET_PARAMETERS: { readonly [Name in CommandName]?: Readonly<Record<string, unknown>> } = {
  ...PARAMETERS,
  initAgent: { token, companyId: 'company-1', agent: '1005' },
  login: { phoneType: 'pstn', bindExt: '1000', bindMobile: agentMobile, agentState: '1' },
  makeCall: { otherDN: customer, attachedData: ATTACHED },
  singleTransfer: { targetType: '1', target, attachedData: ATTACHED },
  initiateConsult: { targetType: '1', target, attachedData: ATTACHED },
  sendDtmf: { dtmfDigits: customer },
};

const EVENTS = Object.entries<readonly string[]>(EVENT_ALIASES).flatMap(([name, aliases]) => [name, ...aliases]);

/** The service answers a command: by its callback, one way or the other, or by an error event. */
function answer({ sdk }: Bench, command: CommandName, isRefused: boolean): void {
  const hasCallbacks = typeof sdk.lastCall(command).parameters?.['success'] === 'function';
  if (!hasCallbacks) sdk.emit('EventError', { ...CUSTOMER, ...FAILURE, method: command });
  else if (isRefused) sdk.fail(command, FAILURE);
  else sdk.succeed(command, { ...PERSONAL, data: [PERSONAL], agentState: '1' });
}

/** A page that asks for something at once, and whose agent is signed in then. */
export function secretMorning(options: AgentOptions): Bench {
  const bench = new Bench({ acw: { seconds: 60 }, ...options });
  bench.leave('initAgent', SECRET_PARAMETERS.initAgent);
  bench.sdk.fail('initAgent', FAILURE);
  bench.leave('initAgent', SECRET_PARAMETERS.initAgent);
  bench.sdk.succeed('initAgent', PERSONAL);
  bench.leave('login', SECRET_PARAMETERS.login);
  bench.sdk.succeed('login', { ...PERSONAL, agentState: '1' });
  return bench;
}

/** An established call of the customer's, who is on hold for a third party. */
export function secretConsult(bench: Bench): void {
  bench.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1', ...PERSONAL } });
  bench.customer('EventRinging', PERSONAL);
  bench.customer('EventEstablished', PERSONAL);
  bench.leave('initiateConsult', SECRET_PARAMETERS.initiateConsult);
  bench.third('EventDialing', PERSONAL);
  bench.third('EventEstablished', PERSONAL);
}

/**
 * Every event of the vendor's, of either leg, and after each the commands that are allowed, answered one way or another.
 * A short day has one leg, and after each event every sixth command in turn.
 */
export function secretDay(bench: Bench, { isShort = false } = {}): void {
  const legs = isShort ? [CUSTOMER] : [CUSTOMER, THIRD];
  let count = 0;
  for (const [eventIndex, name] of EVENTS.entries()) {
    for (const leg of legs) {
      secretConsult(bench);
      bench.emit(name, { ...leg, ...PERSONAL, ...FAILURE, workStatusInfo: { ...leg, ...PERSONAL }, agentStateInfo: PERSONAL });
      for (const [index, command] of COMMANDS.entries()) {
        if ((isShort && (index + eventIndex) % 6 !== 0) || !bench.agent.can(command)) continue;
        bench.leave(command, { ...SECRET_PARAMETERS[command], success: () => undefined, error: () => undefined });
        if (bench.sdk.sent.at(-1) === command) answer(bench, command, count++ % 2 === 0);
      }
    }
  }
  throwAndReject(bench);
  bench.clock.increment(120_000);
}

/** An SDK whose methods throw, or break what they promise. */
function throwAndReject(bench: Bench): void {
  const fault = Object.assign(new RangeError(`cannot dial ${customer} with ${token}`), PERSONAL);
  secretConsult(bench);
  Object.assign(bench.sdk, {
    hangup: () => {
      throw fault;
    },
    holdCall: () => Promise.reject(fault),
    sendDtmf: () => Promise.reject(fault),
  });
  for (const command of ['hangup', 'holdCall', 'sendDtmf'] as const) bench.leave(command, SECRET_PARAMETERS[command]);
}
