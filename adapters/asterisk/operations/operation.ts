import type { ExchangeError } from '../../exchange/index.js';
import { AriFailure, type AriClient } from '../ari/ari-client.js';
import type { Expectation } from '../switch/expectations.js';
import type { Leg } from '../switch/leg.js';
import type { SwitchState } from '../switch/switch-state.js';

/** The means that operations work with. */
export interface Control {
  readonly state: SwitchState;
  readonly ari: AriClient;
  /** Has a phone that is an extension pick up what rings, or take back what it holds. @throws Refusal */
  readonly talk: (leg: Leg) => Promise<void>;
  /** Makes the id of a channel or bridge from one of ours, so that no two connections use the same. */
  readonly idOf: (id: string) => string;
  readonly app: string;
  /** The endpoint to dial for an extension, and for a number outside; `{}` stands for it. */
  readonly dialStrings: { readonly extension: string; readonly number: string };
}

/** An operation cannot be done. */
export class Refusal extends Error {
  constructor(readonly error: ExchangeError) {
    super(error.detail ?? error.cause);
  }
}

/** The first half of an operation: the requests to the PBX. It ends with the report to wait for, if any. */
export type Asking = () => Promise<Expectation | undefined>;

/** @throws Refusal `gone` if there is no such leg */
export function liveLeg({ legs }: SwitchState, id: string): Leg {
  const leg = legs.get(id);
  if (leg === undefined) throw new Refusal({ cause: 'gone' });
  return leg;
}

/** @throws Refusal `wrongState` */
export function wrongState(): never {
  throw new Refusal({ cause: 'wrongState' });
}

function causeOfFailure({ status, reason }: AriFailure): ExchangeError['cause'] {
  if (status === null) return 'unreachable';
  // Of a list of channels, ARI says with 400 that one is not there.
  if (status === 404 || (status === 400 && reason === 'Channel not found')) return 'gone';
  return status === 409 || status === 412 || status === 422 ? 'wrongState' : 'failed';
}

/** Why an operation was not done, in the words of the port. */
export function exchangeErrorOf(error: unknown): ExchangeError {
  if (error instanceof Refusal) return error.error;
  if (error instanceof AriFailure) return { cause: causeOfFailure(error), detail: error.message };
  return { cause: 'failed', detail: error instanceof Error ? error.message : String(error) };
}

/** Waits for what a step of an operation needs before the next. @throws Refusal if it does not come */
export async function reached({ outcome }: Expectation): Promise<void> {
  const error = await outcome;
  if (error !== undefined) throw new Refusal(error);
}

/** Asks for something that is reported; the report is not waited for if the PBX refuses. */
export async function asking(expectation: Expectation, ask: () => Promise<unknown>): Promise<Expectation> {
  try {
    await ask();
    return expectation;
  } catch (error) {
    expectation.cancel();
    throw error;
  }
}
