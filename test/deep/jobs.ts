import { AGENT_SOAKS } from '../soaks/agents.js';
import { CLIENT_SOAKS } from '../soaks/clients.js';
import { grouped, type Soak } from '../soaks/soak.js';
import type { Job } from './job.js';
import { WALKS } from './walks.js';
import sizes from './sizes.json' with { type: 'json' };

function sequences(seed: number): Job {
  return { kind: 'sequences', name: `random sequences, seed ${seed}`, seed, count: sizes.sequences };
}

function pairs(seed: number): Job {
  return { kind: 'pairs', name: `random pairs of a snapshot and an event on both engines, seed ${seed}`, seed, count: sizes.pairs };
}

function days(from: number): Job {
  return { kind: 'days', name: `random days of an independent world, from seed ${from} on`, from, count: sizes.days };
}

function soak(each: Soak): Job {
  return { kind: 'soak', name: `soak of ${each.of}, ${grouped(each.steps)} steps and more, seed ${each.seed}`, soak: each };
}

/** The jobs of the deep run in workers, the longest first. CI's seeds are those from 1 on: nobody has chosen them. */
export const DEEP_JOBS: readonly Job[] = [
  ...(Object.keys(WALKS) as (keyof typeof WALKS)[]).map((walk): Job => ({ kind: 'walk', name: walk, walk })),
  ...Array.from({ length: sizes.pairSeeds }, (_, index) => pairs(index + 1)),
  ...Array.from({ length: sizes.seeds }, (_, index) => sequences(index + 1)),
  days(1),
  ...[...AGENT_SOAKS, ...CLIENT_SOAKS].map(soak),
];

/** Jobs whose names have any of these words; without words, all. */
export function named<Named extends { readonly name: string }>(jobs: readonly Named[], words: readonly string[]): readonly Named[] {
  return words.length === 0 ? jobs : jobs.filter(({ name }) => words.some((word) => name.includes(word)));
}

/** Sequences of each fresh seed at night: few enough to be told soon how a seed has gone. */
const NIGHT_SEQUENCES = 200;

/** Sequences of seeds that nobody has seen, as long as somebody asks for more, or until there are enough of them. */
export function* nightJobs(sequencesInAll: number): Generator<Job> {
  for (let left = sequencesInAll; left > 0; left -= NIGHT_SEQUENCES) {
    const seed = Math.trunc(Math.random() * 2 ** 31);
    yield { kind: 'sequences', name: `seed ${seed}`, seed, count: Math.min(left, NIGHT_SEQUENCES) };
  }
}
