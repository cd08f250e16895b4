import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job, News, Outcome } from './job.js';

/** A message from a worker. */
export type FromWorker = { readonly news: News } | { readonly outcome: Outcome };

export interface PoolOptions {
  /** The module that each worker runs. */
  readonly file: URL;
  /** How many jobs are done at once. Default: as many as there are processors. */
  readonly workers?: number;
  /** How long a worker may say nothing, in ms: one that hangs would be waited for until CI gives up. Default: 10 minutes. */
  readonly longestSilence?: number;
  readonly ended: (job: Job, outcome: Outcome, seconds: number) => void;
  readonly news?: (job: Job, news: News) => void;
}

const TEN_MINUTES = 600_000;

/** Does all jobs, each in a worker thread. The error that ends a worker fails its job. */
export class Pool {
  readonly #options: Required<PoolOptions>;
  readonly #workers = new Set<Worker>();
  #isStopped = false;

  constructor(options: PoolOptions) {
    this.#options = { workers: availableParallelism(), longestSilence: TEN_MINUTES, news: () => undefined, ...options };
  }

  /** Jobs are taken one by one, so that they may be made as long as there is somebody to do them. */
  async run(jobs: Iterable<Job>): Promise<void> {
    const waiting = jobs[Symbol.iterator]();
    await Promise.all(Array.from({ length: this.#options.workers }, () => this.#work(waiting)));
  }

  /** Nothing more is done; jobs under way are given up. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  async #work(waiting: Iterator<Job>): Promise<void> {
    let worker: Worker | null = null;
    for (let next = waiting.next(); next.done !== true && !this.#hasStopped(); next = waiting.next()) {
      worker ??= this.#begin();
      const begun = performance.now();
      const { outcome, isAlive } = await this.#do(worker, next.value);
      if (this.#hasStopped()) return;
      if (!isAlive) {
        await this.#end(worker);
        worker = null;
      }
      this.#options.ended(next.value, outcome, (performance.now() - begun) / 1000);
    }
    if (worker !== null) await this.#end(worker);
  }

  /** A question, because it may be otherwise after every wait. */
  #hasStopped(): boolean {
    return this.#isStopped;
  }

  #begin(): Worker {
    const worker = new Worker(this.#options.file);
    this.#workers.add(worker);
    return worker;
  }

  async #end(worker: Worker): Promise<void> {
    this.#workers.delete(worker);
    await worker.terminate();
  }

  #do(worker: Worker, job: Job): Promise<{ readonly outcome: Outcome; readonly isAlive: boolean }> {
    const { longestSilence, news } = this.#options;
    return new Promise((resolve) => {
      const end = (outcome: Outcome, isAlive: boolean): void => {
        clearTimeout(silence);
        worker.off('message', hears).off('error', fails).off('exit', exits);
        resolve({ outcome, isAlive });
      };
      const dies = (of: string): void => end({ wrong: [`The worker has ended: ${of}`], done: 'not done' }, false);
      const hears = (message: FromWorker): void => {
        silence.refresh();
        if ('outcome' in message) end(message.outcome, true);
        else news(job, message.news);
      };
      const fails = (error: unknown): void => dies(error instanceof Error ? (error.stack ?? error.message) : String(error));
      const exits = (code: number): void => dies(`exit code ${code}`);
      const silence = setTimeout(() => dies(`it has said nothing for ${longestSilence / 1000} s`), longestSilence);
      worker.on('message', hears).on('error', fails).on('exit', exits);
      worker.postMessage(job);
    });
  }
}
