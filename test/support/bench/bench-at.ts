import { Bench } from './bench.js';
import { placeNamed, type PlaceName } from './places.js';
import { standingNamed } from './standings.js';

interface At {
  /** Default: signed in and online. */
  readonly standing?: string;
  readonly isMuted?: boolean;
  /** Default: a new one. */
  readonly bench?: Bench;
}

/** A bench at a place; divergences on the way there are forgotten. */
export function benchAt(name: PlaceName, { standing = 'connected, online', isMuted = false, bench = new Bench() }: At = {}): Bench {
  standingNamed(standing).go(bench);
  const place = placeNamed(name);
  place.go(bench);
  const { work } = bench.state();
  if (work !== place.work) throw new Error(`not ${name}, but ${work}`);
  if (isMuted) bench.customer('EventAgentMute');
  bench.divergences.length = 0;
  return bench;
}
