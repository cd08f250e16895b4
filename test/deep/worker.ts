import { parentPort } from 'node:worker_threads';
import { KNOWN_FAILURES } from '../property/known-failures.js';
import { runSeed } from '../property/run-seed.js';
import { wrongInSeed } from '../property/verdict.js';
import { failuresOf } from '../field/random-days/verdict.js';
import { soakAgents } from '../soaks/agents.js';
import { soakClients } from '../soaks/clients.js';
import { comparePairs } from '../machines/engine/random-pairs.js';
import { seenIn, walk, wrongIn } from '../walk/walk.js';
import type { Job, News, Outcome } from './job.js';
import type { FromWorker } from './pool.js';
import { WALKS } from './walks.js';

type Tell = (news: News) => void;
type Of<Kind extends Job['kind']> = Extract<Job, { readonly kind: Kind }>;

async function sequences({ seed, count }: Of<'sequences'>, tell: Tell): Promise<Outcome> {
  const run = await runSeed(seed, count, {
    ended: (sequence, failure) => {
      const isListed = KNOWN_FAILURES.some((known) => known.seed === seed && known.sequence === sequence);
      tell({ progress: `${sequence + 1} of ${count}`, ...(failure === null || isListed ? {} : { failure: failure.words }) });
    },
  });
  const { steps, failures } = run;
  const failing = failures.length === 0 ? '' : `, ${failures.length} of them failing`;
  return { wrong: wrongInSeed(run, KNOWN_FAILURES), done: `${count} sequences${failing}, ${steps} steps`, run };
}

function walked({ walk: name }: Of<'walk'>, tell: Tell): Outcome {
  const options = WALKS[name];
  const result = walk({ ...options, progress: (configurations) => tell({ progress: `${configurations} configurations` }) });
  return { wrong: wrongIn(result, options), done: seenIn(result) };
}

function compared({ seed, count }: Of<'pairs'>, tell: Tell): Outcome {
  const { findings, pairs } = comparePairs(seed, count, (done) => tell({ progress: `${done} of ${count}` }));
  return { wrong: findings, done: `${pairs.toLocaleString('en')} pairs` };
}

async function lived({ from, count }: Of<'days'>, tell: Tell): Promise<Outcome> {
  const wrong = await failuresOf(from, count, (done) => tell({ progress: `${done} of ${count}` }));
  return { wrong, done: `${count} days` };
}

async function soaked({ soak }: Of<'soak'>): Promise<Outcome> {
  const done = soak.of === 'agents' ? await soakAgents(soak) : await soakClients(soak);
  return { wrong: [], done };
}

async function perform(job: Job, tell: Tell): Promise<Outcome> {
  try {
    switch (job.kind) {
      case 'sequences':
        return await sequences(job, tell);
      case 'walk':
        return walked(job, tell);
      case 'pairs':
        return compared(job, tell);
      case 'days':
        return await lived(job, tell);
      case 'soak':
        return await soaked(job);
    }
  } catch (error) {
    return { wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)], done: 'broken off' };
  }
}

/** Does one job after the other, for the thread that has started this one. */
export function serve(): void {
  const port = parentPort!;
  const say = (message: FromWorker): void => port.postMessage(message);
  port.on('message', (job: Job) => {
    void perform(job, (news) => say({ news })).then((outcome) => say({ outcome }));
  });
}
