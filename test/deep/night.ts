import { Count } from './count.js';
import { nightJobs } from './jobs.js';
import { Pool } from './pool.js';

const USAGE = 'usage: npm run test:night [-- --seconds N] [-- --sequences N]';

interface Limits {
  readonly seconds: number;
  readonly sequences: number;
}

/** @throws Error if it is no limit */
export function limitsOf(argv: readonly string[]): Limits {
  const limits = { seconds: Infinity, sequences: Infinity };
  for (let index = 0; index < argv.length; index += 2) {
    const name = argv[index]?.replace('--', '');
    const value = Number(argv[index + 1]);
    if ((name !== 'seconds' && name !== 'sequences') || !Number.isInteger(value) || value < 1) throw new Error(USAGE);
    limits[name] = value;
  }
  return limits;
}

/**
 * `npm run test:night`: random sequences of fresh seeds, until there have been enough or somebody stops it (Ctrl-C,
 * SIGTERM). Tells every failure at once, and goes on. Counts sequences; one that fails makes the exit code 1.
 */
export async function night(argv: readonly string[], file: URL): Promise<void> {
  const { seconds, sequences } = limitsOf(argv);
  const count = new Count();
  const pool = new Pool({
    file,
    news: (_job, { progress, failure }) => {
      if (failure !== undefined) console.log(`${failure}\n`);
      if (progress !== undefined) count.add(failure === undefined ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    },
    ended: ({ name }, { wrong, done, run }, took) => {
      // A job without a run was broken off, and not by a sequence.
      if (run === undefined) {
        console.log(`${name}: ${wrong.join('\n')}\n`);
        count.add({ passed: 0, failed: 1 });
      } else console.log(`${name}: ${done} (${took.toFixed(0)} s)`);
    },
  });
  const stop = (): void => void pool.stop();
  // npm hands on what the terminal has sent already: it comes twice.
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const enough = seconds === Infinity ? null : setTimeout(stop, seconds * 1000);
  console.log('Random sequences of fresh seeds; Ctrl-C ends them.');
  await pool.run(nightJobs(sequences));
  if (enough !== null) clearTimeout(enough);
  console.log(String(count));
  process.exitCode = count.failed === 0 ? 0 : 1;
}
