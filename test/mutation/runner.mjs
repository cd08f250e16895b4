/*
 * Runs mutants in Stryker's worker itself. The bundle is compiled once and
 * loaded anew for every mutant, so that none finds what another left behind; of
 * the tests only those files are loaded that it comes to, and it stops at the
 * first test that fails. Which are asked first does not change the outcome,
 * because no test depends on another. A run takes more than an hour: one that
 * was broken off goes on where it was, as long as code and tests are the same.
 */
import { PluginKind, declareFactoryPlugin } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus, determineHitLimitReached } from '@stryker-mutator/api/test-runner';
import { expect } from 'expect';
import { ModuleMocker } from 'jest-mock';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { Script } from 'node:vm';
import { RegisteredTests, failureOf } from './registered-tests.mjs';

// Few throws for chance; `npm test` has more.
process.env['FC_RUNS'] ??= '3';

// A mutant may leave something running that throws when its tests are over.
process.on('uncaughtException', () => undefined);
process.on('unhandledRejection', () => undefined);

const FOLDER = '.tmp/mutation';

/** The code that a file with tests runs while it declares them is met by each of them. */
const DECLARING = 'declaring';

/** How often each mutant is met by the test, or the loading of a file, that meets it most, as the dry run has counted. */
const HITS = join(FOLDER, 'hits.json');

/** So many times as often is an endless loop, which is not waited for. */
const ENDLESS = 100;

/** Of the project, as seen from Stryker's sandbox: the results of a run that was broken off. */
const RESULTS = '../../mutation-results';

/** A mutant by its place and its code. */
const nameOf = ({ fileName, location: { start, end }, replacement }) =>
  `${relative(process.cwd(), fileName)} ${start.line}:${start.column}-${end.line}:${end.column} ${replacement}`;

/** The words of a file's name: the tests of a file have them, too. */
const wordsOf = (file) =>
  basename(file)
    .replace(/(\.test)?\.ts$/, '')
    .split('-');

/** Adds to `most` what is more. */
function keepMost(most, hits = {}) {
  for (const [mutant, count] of Object.entries(hits)) most[mutant] = Math.max(most[mutant] ?? 0, count);
}

/** How many tests of the whole a mutant has to pass, beside all that are for its folder. */
const ENOUGH = 200;

/** So many of them, evenly spread. */
const spread = (all, count) =>
  all.length <= count ? all : Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]);

/** Ids by file, of tests that are named by both. */
function byFile(names) {
  const ids = new Map();
  for (const name of names) {
    const at = name.indexOf(' ');
    const file = name.slice(0, at);
    if (!ids.has(file)) ids.set(file, []);
    ids.get(file).push(name.slice(at + 1));
  }
  return ids;
}

class Runner {
  #script;
  #fileOf;
  /** All tests there are, by their ids in each file. */
  #ids;
  #hits;
  /** For each file with mutants, the tests that have caught one, the latest first: its neighbours are often caught by the same. */
  #catchers = new Map();
  #results = new Map();
  #resultsFile;

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    const path = join(process.cwd(), FOLDER, 'tests.cjs');
    const bundle = readFileSync(path, 'utf8');
    this.#fileOf = JSON.parse(readFileSync(join(FOLDER, 'mutants.json'), 'utf8'));
    this.#script = new Script(`(function (require, module, exports) {${bundle}\n})`, { filename: path });
    mkdirSync(RESULTS, { recursive: true });
    // The sandbox has another name each time.
    this.#resultsFile = join(
      RESULTS,
      `${createHash('sha256')
        .update(bundle.replaceAll(basename(process.cwd()), ''))
        .digest('hex')}.jsonl`,
    );
    if (!existsSync(this.#resultsFile)) return;
    for (const line of readFileSync(this.#resultsFile, 'utf8').split('\n').slice(0, -1)) {
      const { name, result } = JSON.parse(line);
      this.#results.set(name, result);
    }
  }

  async dryRun() {
    const stryker = this.#begin({});
    const { files, loadSources } = this.#load();
    await loadSources();
    const tests = [];
    const most = {};
    for (const { file, declare } of files) {
      stryker.currentTestId = DECLARING;
      const declared = await declare();
      keepMost(most, stryker.mutantCoverage.perTest[DECLARING]);
      const met = Object.keys(stryker.mutantCoverage.perTest[DECLARING] ?? {});
      delete stryker.mutantCoverage.perTest[DECLARING];
      for (const test of declared.values()) {
        stryker.currentTestId = `${file} ${test.id}`;
        if (met.length > 0) stryker.mutantCoverage.perTest[stryker.currentTestId] = Object.fromEntries(met.map((mutant) => [mutant, 1]));
        const began = performance.now();
        const failureMessage = await failureOf(test);
        keepMost(most, stryker.mutantCoverage.perTest[stryker.currentTestId]);
        tests.push({
          id: stryker.currentTestId,
          name: stryker.currentTestId,
          timeSpentMs: performance.now() - began,
          ...(failureMessage === undefined ? { status: TestStatus.Success } : { status: TestStatus.Failed, failureMessage }),
        });
        stryker.currentTestId = undefined;
      }
    }
    keepMost(most, stryker.mutantCoverage.static);
    writeFileSync(HITS, JSON.stringify(most));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun(run) {
    const name = nameOf(run.activeMutant);
    const known = this.#results.get(name);
    if (known !== undefined) return known;
    const result = await this.#run(run);
    appendFileSync(this.#resultsFile, `${JSON.stringify({ name, result })}\n`);
    return result;
  }

  async #run({ activeMutant, testFilter, mutantActivation }) {
    this.#ids ??= await this.#all();
    this.#hits ??= JSON.parse(readFileSync(HITS, 'utf8'));
    const isStatic = mutantActivation === 'static';
    const stryker = this.#begin({ hitLimit: ENDLESS * ((this.#hits[activeMutant.id] ?? 0) + 1), hitCount: 0 });
    if (isStatic) stryker.activeMutant = activeMutant.id;
    const killed = (killedBy, failureMessage, nrOfTests) => ({
      status: MutantRunStatus.Killed,
      killedBy: [killedBy],
      failureMessage,
      nrOfTests,
    });
    let count = 0;
    try {
      const { files } = this.#load();
      stryker.activeMutant = activeMutant.id;
      for await (const test of this.#inOrder(files, activeMutant.id, testFilter)) {
        count += 1;
        stryker.hitCount = 0;
        const failure = await failureOf(test);
        const tooOften = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
        if (tooOften !== undefined) return { ...tooOften, status: MutantRunStatus.Timeout };
        if (failure === undefined) continue;
        this.#remember(activeMutant.id, test);
        return killed(`${test.file} ${test.id}`, failure, count);
      }
    } catch (error) {
      // With it nothing can be loaded, which the first test would say.
      return killed(testFilter?.[0] ?? 'everything can be loaded', String(error), count);
    }
    return { status: MutantRunStatus.Survived, nrOfTests: count };
  }

  #begin(state) {
    Error.stackTraceLimit = 1;
    return Object.assign((globalThis.__stryker__ = {}), state);
  }

  /** The files with tests, none of them loaded, and how to load what they test. */
  #load() {
    const tests = new RegisteredTests();
    const mocks = new ModuleMocker(globalThis);
    globalThis.registeredTests = { tests, expect, mocks };
    const module = { exports: {} };
    this.#script.runInThisContext()(createRequire(join(process.cwd(), FOLDER, 'tests.cjs')), module, module.exports);
    const { files, loadSources } = module.exports;
    const withDeclare = (one) => {
      let declared;
      return { ...one, declare: () => (declared ??= tests.declare(one)) };
    };
    return { files: files.map(withDeclare), loadSources };
  }

  /** All tests there are, by their ids in each file; without any mutant. */
  async #all() {
    this.#begin({});
    const ids = new Map();
    for (const { file, declare } of this.#load().files) ids.set(file, [...(await declare()).keys()]);
    return ids;
  }

  /** Which tests a mutant has to pass, in each file: of those that meet it. */
  #wanted(files, mutant, testFilter) {
    const meeting = testFilter === undefined ? this.#ids : byFile(testFilter);
    const [folder] = (this.#fileOf[mutant] ?? '').split('/');
    const isWhole = ({ wholeFor }) => wholeFor.includes(folder);
    const others = files.filter((one) => !isWhole(one)).flatMap(({ file }) => (meeting.get(file) ?? []).map((id) => `${file} ${id}`));
    const sample = byFile(spread(others, ENOUGH));
    return new Map(files.map((one) => [one.file, new Set((isWhole(one) ? meeting : sample).get(one.file))]));
  }

  /** The tests that a mutant has to pass: first those that caught its neighbours, then those of its own file. */
  async *#inOrder(files, mutant, testFilter) {
    const wanted = this.#wanted(files, mutant, testFilter);
    const done = new Set();
    for (const { file, id } of this.#catchers.get(this.#fileOf[mutant]) ?? []) {
      if (testFilter !== undefined && !testFilter.includes(`${file} ${id}`)) continue;
      const test = (await files.find((one) => one.file === file).declare()).get(id);
      if (test === undefined) continue;
      done.add(test);
      yield test;
    }
    const words = wordsOf(this.#fileOf[mutant] ?? '');
    const alike = (file) => wordsOf(file).filter((word) => words.includes(word)).length;
    const ranked = files.map((one) => [alike(one.file), one]).sort(([a], [b]) => b - a);
    for (const [, { file, declare }] of ranked) {
      const ids = wanted.get(file);
      if (ids.size === 0) continue;
      for (const test of (await declare()).values()) if (ids.has(test.id) && !done.has(test)) yield test;
    }
  }

  #remember(mutant, { file, id }) {
    const of = this.#fileOf[mutant];
    const others = (this.#catchers.get(of) ?? []).filter((one) => one.file !== file || one.id !== id);
    this.#catchers.set(of, [{ file, id }, ...others].slice(0, 40));
  }
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'bundle', () => new Runner())];
