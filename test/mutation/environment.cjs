/*
 * A node environment that makes a mutant cheap. The outcome of a run is what it
 * would be without it, because no test depends on another: only the order of the
 * tests changes, and nothing is run once a test has failed.
 */
const { existsSync, readFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const Environment = require('../support/environment.cjs');

/** Tests that have caught a mutant of the same file, the latest last: its neighbours are often caught by the same. */
const catchersIn = new Map();

/** The words of a file's name: the tests of a file have them, too. */
const wordsOf = (file) => basename(file).replace(/(\.test)?\.ts$/, '').split('-');

/** Tests that have taken long; the others come first. */
const slow = new Set();
const SLOW = 12;

// An actor of xstate's throws what nobody handles from a timer, which may run when the test has ended already.
process.on('uncaughtException', () => undefined);

function nameOf(test) {
  const above = test.parent.parent === undefined ? '' : `${nameOf(test.parent)} `;
  return test.parent === undefined ? '' : `${above}${test.name}`;
}

function testsIn(block) {
  return block.children.flatMap((child) => (child.type === 'describeBlock' ? testsIn(child) : [child]));
}

/** The names in a pattern of Stryker's: `(first)|(second)`, each escaped. Asking the pattern is quadratic. */
function namesIn(pattern) {
  return new Set(
    pattern.source
      .slice(1, -1)
      .split(')|(')
      .map((name) => name.replace(/\\(.)/g, '$1')),
  );
}

/** How many tests of what the whole does a mutant has to pass, beside all those of single functions. */
const ENOUGH = 250;

/** So many of them, evenly spread. */
const spread = (tests) =>
  tests.length <= ENOUGH
    ? tests
    : Array.from({ length: ENOUGH }, (_, index) => tests[Math.floor((index * tests.length) / ENOUGH)]);

/** The tests mixed, so that soon something of everything has run. */
const mixed = (tests) =>
  Array.from({ length: 10 }, (_, first) => tests.filter((_test, index) => index % 10 === first)).flat();

module.exports = class MutationEnvironment extends Environment {
  #unitCount = 0;
  #files = [];
  #mutated = 'none';

  constructor(config, context) {
    super(config, context);
    // Nobody reads where a test stands that has caught a mutant, and thousands of tests are declared each time.
    const mutant = process.env['__STRYKER_ACTIVE_MUTANT__'];
    if (mutant === undefined) return;
    this.global.Error.stackTraceLimit = 0;
    const files = join(config.projectConfig.rootDir, '.tmp/mutation/mutants.json');
    if (existsSync(files)) this.#mutated = JSON.parse(readFileSync(files, 'utf8'))[mutant] ?? 'none';
  }

  handleTestEvent(event, state) {
    switch (event.name) {
      case 'add_test':
        if (this.global.areUnits) this.#unitCount += 1;
        this.#files.push(this.global.testFile);
        break;
      case 'run_start':
        this.#arrange(state);
        break;
      case 'test_done':
        this.#blame(event.test, state);
        if (event.test.errors.length > 0) this.#stop(event.test, state);
        if (event.test.duration > SLOW) slow.add(nameOf(event.test));
        break;
      case 'run_finish':
        this.#blame(state.rootDescribeBlock.children.at(-1), state);
        break;
    }
  }

  #arrange(state) {
    const root = state.rootDescribeBlock;
    const all = testsIn(root);
    const files = new Map(all.map((test, index) => [test, this.#files[index]]));
    const wanted = state.testNamePattern ? namesIn(state.testNamePattern) : null;
    const isWanted = (test) => wanted === null || wanted.has(nameOf(test));
    const units = all.slice(0, this.#unitCount).filter(isWanted);
    const others = all.slice(this.#unitCount).filter(isWanted);
    const isMutant = process.env['__STRYKER_ACTIVE_MUTANT__'] !== undefined;
    const chosen = [...units, ...mixed(isMutant ? spread(others) : others)];
    const catchers = catchersIn.get(this.#mutated) ?? [];
    const words = wordsOf(this.#mutated);
    const rankOf = (test) => {
      const name = nameOf(test);
      const caught = catchers.lastIndexOf(name);
      if (caught >= 0) return -caught - 100;
      const isOfFile = wordsOf(files.get(test) ?? '').filter((word) => words.includes(word)).length;
      return Number(slow.has(name)) - 2 * isOfFile;
    };
    const ranked = chosen.map((test) => [rankOf(test), test]);
    root.children = ranked.sort(([a], [b]) => a - b).map(([, test]) => test);
    state.testNamePattern = null;
  }

  /** What is thrown outside any test is held against the last one, so that it counts as caught and not as a failed run. */
  #blame(test, state) {
    if (test === undefined) return;
    test.errors.push(...state.unhandledErrors.splice(0));
  }

  #stop(test, state) {
    const { children } = state.rootDescribeBlock;
    children.length = children.indexOf(test) + 1;
    const name = nameOf(test);
    const catchers = (catchersIn.get(this.#mutated) ?? []).filter((one) => one !== name);
    catchersIn.set(this.#mutated, [...catchers, name]);
  }
};
