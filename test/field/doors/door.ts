import type { createSobotAgent } from '../../../adapters/sobot/index.js';
import type { SdkCall } from '../../support/bench/scripted-sdk.js';
import { DAWN } from '../computer-clock.js';
import type { Attributes, Day, Moment, PageName } from '../day.js';

/** A moment at which the service acts. */
export type OfTheService = Extract<Moment, { readonly service: string } | { readonly accepts: unknown } | { readonly refuses: unknown }>;

export function isOfTheService(moment: Moment): moment is OfTheService {
  return 'service' in moment || 'accepts' in moment || 'refuses' in moment;
}

/** A moment of the computer's rather than of a page's. */
export type OfTheComputer = Extract<Moment, { readonly clock: 'set' } | { readonly computer: 'sleeps' }>;

export function isOfTheComputer(moment: Moment): moment is OfTheComputer {
  return 'clock' in moment || 'computer' in moment;
}

/** When the day begins: ms, as its moments are told. */
export function startOf({ moments }: Day): number {
  return Math.min(0, moments[0]?.at ?? 0);
}

/** One page's way to the service. */
export interface Line {
  readonly sdk: Parameters<typeof createSobotAgent>[0];
  /** Calls by the page, the earliest first. */
  readonly calls: readonly SdkCall[];
}

/** How the pages of a day reach the service, and the service them. */
export interface Door {
  /** A page is opened, in place of the one of that name before, if there was one. */
  opens(page: PageName): Promise<Line>;
  /** Time has come to this moment of the day, its number `index`; the service's act in it has reached the page. */
  reaches(moment: Moment, index: number): Promise<void>;
  /** All that pages have sent meanwhile has reached the service. */
  settles(): Promise<void>;
  closes(): Promise<void>;
}

/** Attributes of a message, with its stamp; time stamps of the day are told in epoch ms. */
export function attributesOf({ stamp, attributes = {} }: Extract<OfTheService, { readonly service: string }>): Attributes {
  return { ...(stamp === null ? {} : { creationTime: DAWN + stamp }), ...inEpoch(attributes) };
}

/** Time stamps within a message are told in ms of the day, too. */
function inEpoch(attributes: Attributes): Attributes {
  const entries = Object.entries(attributes).map(([name, value]) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [name, inEpoch(value as Attributes)];
    return [name, name.endsWith('Timestamp') && typeof value === 'number' ? DAWN + value : value];
  });
  return Object.fromEntries(entries) as Attributes;
}
