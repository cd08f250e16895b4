/*
 * Takes the place of `@jest/globals` for a test in the bundle: tests are declared as ever and
 * wait here until they are asked for, one by one. Jest itself makes a world of
 * its own for every run, in which code is several times slower.
 */
import { bind } from 'jest-each';

/** In milliseconds. */
const TIMEOUT = 5000;

/** Blocks from the outermost one on. */
const blocksOf = (block) => (block === null ? [] : [...blocksOf(block.above), block]);

const newBlock = (name, above) => ({ name, above, before: [], after: [] });

export class RegisteredTests {
  /** The tests of the file that declares its own, by their names. */
  #tests = new Map();
  #block = null;
  #timeout = TIMEOUT;

  /** Declares the tests of a file, which `load` does. */
  async declare({ file, load }) {
    this.#block = newBlock('', null);
    this.#timeout = TIMEOUT;
    this.#tests = new Map();
    await load();
    for (const test of this.#tests.values()) test.file = file;
    return this.#tests;
  }

  test = (name, body, timeout = this.#timeout) => {
    const block = this.#block;
    const words = [...blocksOf(block).map((one) => one.name), name].filter((word) => word !== '').join(' ');
    const isNew = !this.#tests.has(words);
    const id = isNew ? words : `${words} #${this.#tests.size}`;
    this.#tests.set(id, { id, body, timeout, block });
  };

  describe = (name, body) => {
    const above = this.#block;
    this.#block = newBlock(name, above);
    body();
    this.#block = above;
  };

  each = (rows) => bind(this.test, false)(rows);
  describeEach = (rows) => bind(this.describe, false)(rows);
  beforeEach = (hook) => void this.#block.before.push(hook);
  afterEach = (hook) => void this.#block.after.push(hook);
  setTimeout = (timeout) => void (this.#timeout = timeout);
}

/** Undefined, or why the test has failed. An error thrown outside of it while it runs counts as its failure. */
export async function failureOf({ body, timeout, block }) {
  const failures = [];
  const attempt = async (run) => {
    try {
      await run();
    } catch (error) {
      failures.push(error);
    }
  };
  let note;
  const elsewhere = new Promise((resolve) => (note = resolve));
  const onElsewhere = (error) => note(failures.push(error));
  process.on('uncaughtException', onElsewhere);
  process.on('unhandledRejection', onElsewhere);
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(() => resolve(failures.push('it took too long')), timeout)));
  const blocks = blocksOf(block);
  const all = async () => {
    for (const hook of blocks.flatMap(({ before }) => before)) await attempt(hook);
    if (failures.length === 0) await attempt(body);
    for (const hook of blocks.flatMap(({ after }) => after).reverse()) await attempt(hook);
  };
  await Promise.race([all(), late, elsewhere]);
  clearTimeout(timer);
  process.off('uncaughtException', onElsewhere);
  process.off('unhandledRejection', onElsewhere);
  return failures.length === 0 ? undefined : String(failures[0]?.message ?? failures[0]);
}
