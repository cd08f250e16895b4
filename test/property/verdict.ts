import { replayOf, type SeedRun } from './run-seed.js';

/** Failures of a seed that are told step by step; of the others, how to run them again. */
const TOLD = 3;

/** A sequence that is listed as failing. */
export interface Listed {
  readonly seed: number;
  readonly sequence: number;
  readonly replay: string;
  readonly scene?: string;
}

type Numbered = Pick<Listed, 'seed' | 'sequence'>;

const isSame = (one: Numbered) => (other: Numbered) => one.seed === other.seed && one.sequence === other.sequence;

/** The problems in a seed's results, given the known failures; empty: none. */
export function wrongInSeed({ seed, sequences, failures }: SeedRun, known: readonly Listed[]): readonly string[] {
  const listed = known.filter((each) => each.seed === seed && each.sequence < sequences);
  const unlisted = failures.filter((failure) => !listed.some(isSame(failure)));
  return [
    ...unlisted.map(({ sequence, replay, words }, index) => (index < TOLD ? words : `Sequence ${sequence} fails, too: --replay ${replay}`)),
    ...listed
      .filter((each) => !failures.some(isSame(each)))
      .map(
        ({ sequence, scene }) =>
          `Sequence ${sequence} of seed ${seed} no longer fails: take it off the list of known failures${scene === undefined ? '' : ` (${scene})`}.`,
      ),
    ...listed
      .filter(({ sequence, replay }) => replay !== replayOf(seed, sequence))
      .map(({ sequence, replay }) => `Sequence ${sequence} of seed ${seed} is ${replayOf(seed, sequence)}, and listed as ${replay}.`),
  ];
}

/** The problems in the results of all seeds together; empty: none. */
export function wrongInAll(runs: readonly SeedRun[]): readonly string[] {
  const sum = (count: (run: SeedRun) => number): number => runs.reduce((total, run) => total + count(run), 0);
  const foreseen = sum((run) => run.foreseen) / sum((run) => run.rests);
  const unmet = runs[0]?.missing.filter((pair) => runs.every(({ missing }) => missing.includes(pair))) ?? [];
  const reachable = Math.min(...runs.flatMap(({ reachable: { commands, events } }) => [commands, events]));
  const rules: readonly (readonly [string, boolean])[] = [
    ['at least half of the sequences end with a regain', sum((run) => run.regained) * 2 >= sum((run) => run.sequences)],
    ['a model that doubts everything would find nothing: more than 15 of 100 outcomes are foreseen', foreseen > 0.15],
    ['more than 1,000 pairs of a state and a command, and as many of a state and an event, can meet', reachable > 1000],
  ];
  return [...rules.flatMap(([rule, holds]) => (holds ? [] : [`Not so: ${rule}.`])), ...unmet.map((pair) => `Never met: ${pair}`)];
}
