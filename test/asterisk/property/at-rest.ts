import type { LegView, Truth } from '../../../adapters/simulator/index.js';
import { expectedHearing } from '../stage/expected.js';
import { dnOf, inWords, type SwitchLeg } from '../stage/legs.js';

const STATES = { incoming: 'calling', dialing: 'dialing', alerting: 'ringing', up: 'up' } as const;

/** The legs that fit what a phone is doing. */
const FITTING: Readonly<Record<string, readonly SwitchLeg['state'][]>> = {
  dialing: ['calling', 'up'],
  ringing: ['ringing'],
};

function listed(legs: readonly SwitchLeg[]): string {
  return inWords(legs.map(({ dn, state }) => ({ dn, state, talk: null })).sort((one, other) => one.dn.localeCompare(other.dn)));
}

export interface Everything {
  /** As the switch itself has them. */
  readonly legs: readonly SwitchLeg[];
  /** As the desk knows them. */
  readonly known: readonly LegView[];
  readonly phones: readonly SwitchPhone[];
  /** Of all agents, as the desk knows it. */
  readonly truths: readonly Truth[];
}

/** A phone as its observer sees it. */
interface SwitchPhone {
  readonly ext: string;
  readonly state: string;
  hears(ms: number): readonly string[];
}

/** Window of the ear, in ms: long enough to tell tones, short enough to know soon that somebody has fallen silent. */
const LISTEN = 120;

/** The first phone that hears somebody else than the desk thinks; null: none. */
function mishearing({ known, phones, truths }: Everything): string | null {
  const expected = expectedHearing({ truths, legs: known, lost: new Set() });
  for (const phone of phones) {
    const [should, does] = [(expected.get(phone.ext) ?? []).join(' and '), phone.hears(LISTEN).join(' and ')];
    if (should !== does) return `the phone ${phone.ext} hears ${does || 'nobody'}, and should hear ${should || 'nobody'}`;
  }
  return null;
}

/** In what desk, switch and phones do not agree; null: they do, each hears whom it must, and no leg is only about to be. */
export function unrestOf(everything: Everything): string | null {
  const { legs, known, phones } = everything;
  const desk = listed(known.map(({ address, state }) => ({ dn: dnOf(address), state: STATES[state], talk: null })));
  const real = listed(legs);
  if (desk !== real) return `the desk knows of ${desk}; the switch has ${real}`;
  if (legs.some(({ state }) => state === 'dialing')) return `a leg is only about to be: ${real}`;
  for (const { ext, state } of phones) {
    const own = legs.filter(({ dn }) => dn === ext);
    const fits = state === 'idle' ? own.length === 0 : own.length === 1 && (FITTING[state] ?? ['up']).includes(own[0]!.state);
    if (!fits) return `the phone ${ext} is ${state}; the switch has ${inWords(own)}`;
  }
  return mishearing(everything);
}
