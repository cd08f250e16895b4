/*
 * A node environment that gives back what jest-circus keeps: it has an
 * AsyncLocalStorage for each test file (each mutant, in mutation testing), for
 * good, and Node asks every one there is at every promise. After some hundred
 * runs in one process that is most of the time.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const { TestEnvironment } = require('jest-environment-node');

const storages = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...given) {
  storages.add(this);
  return run.apply(this, given);
};

module.exports = class Environment extends TestEnvironment {
  async teardown() {
    for (const storage of storages) storage.disable();
    storages.clear();
    await super.teardown();
  }
};
