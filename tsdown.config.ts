import { normalize, resolve } from 'node:path';
import { defineConfig } from 'tsdown';

// One line per sub-path of the package; the build writes the `exports` of package.json from this list.
const subpaths = {
  index: 'src/index.ts',
  recorder: 'src/recorder/index.ts',
  machines: 'machines/index.ts',
  sobot: 'adapters/sobot/index.ts',
  simulator: 'adapters/simulator/index.ts',
  'simulator/server': 'adapters/simulator/socket/server-entry.ts',
  asterisk: 'adapters/asterisk/index.ts',
  inspector: 'adapters/inspector/index.ts',
  testing: 'adapters/testing/index.ts',
  connect: 'adapters/connect/index.ts',
  'connect/zh': 'adapters/connect/zh.ts',
  react: 'adapters/react/index.ts',
  vue: 'adapters/vue/index.ts',
  rxjs: 'adapters/rxjs/index.ts',
  'inspector/socket': 'adapters/inspector-socket/index.ts',
  'inspector/xstate4': 'adapters/inspector-xstate4/index.ts',
};

// Run by Node itself, hence never needed as CommonJS; `bin` in package.json names them.
const commands = {
  'bin/switchhook': 'adapters/command-line/cli.ts',
  'bin/switchhook-simulator': 'adapters/command-line/former-simulator.ts',
  'bin/switchhook-check': 'adapters/command-line/former-check.ts',
};

/**
 * The words that every sub-path shares: lists of names, without behaviour. They are a chunk of their own, so that a page
 * with the simulator does not download the charts for the names of the commands. What else several sub-paths share
 * (a CommandError, say) the bundler moves into chunks by itself: one module, one identity.
 */
const vocabulary = [
  'machines/events/commands.ts',
  'machines/events/facts.ts',
  'machines/network-reading.ts',
  'machines/work-status.ts',
  'src/agent/report.ts',
  'adapters/sobot/events/aliases.ts',
  'adapters/sobot/events/roles.ts',
  'adapters/sobot/codes.ts',
  'adapters/sobot/methods.ts',
].map((path) => resolve(import.meta.dirname, path));

function isVocabulary(id: string): boolean {
  return vocabulary.includes(normalize(id));
}

/** The charts and what a page needs of them: not the compiled chart, for which a page has no use. */
const charts = resolve(import.meta.dirname, 'machines');
const compiled = /engine\/(actions|compile|compiled-logic|compiled-snapshot|entry|plan|steps)\.ts$/;

function isChart(id: string): boolean {
  const path = normalize(id);
  // Declarations are bundled in the same run.
  if (path.endsWith('.d.ts')) return false;
  return path.startsWith(charts) && path !== resolve(charts, 'index.ts') && !compiled.test(path);
}

function isCompiled(id: string): boolean {
  const path = normalize(id);
  return !path.endsWith('.d.ts') && path.startsWith(charts) && compiled.test(path);
}

/** The code that runs a chart against a telephone system: whoever records or shows an agent has a page with one. */
const runner = ['agent', 'commands', 'drop-in', 'errors', 'privacy'].map((folder) => resolve(import.meta.dirname, 'src', folder));

function isRunner(id: string): boolean {
  const path = normalize(id);
  return !path.endsWith('.d.ts') && runner.some((folder) => path.startsWith(folder));
}

const library = defineConfig({
  entry: subpaths,
  format: { esm: { entry: { ...subpaths, ...commands } }, cjs: {} },
  dts: true,
  exports: { exclude: [/^bin\//], legacy: false, inlinedDependencies: false },
  sourcemap: true,
  outputOptions: {
    codeSplitting: {
      groups: [
        { name: 'vocabulary', test: isVocabulary },
        { name: 'machines', test: isChart },
        { name: 'compiled', test: isCompiled },
        { name: 'src', test: isRunner },
      ],
    },
  },
  fixedExtension: false,
  // Neutral: no Node shims slip into what a browser loads.
  platform: 'neutral',
  target: 'es2022',
  deps: { neverBundle: [/^node:/], onlyBundle: [] },
  failOnWarn: true,
  checks: { pluginTimings: false },
  logLevel: 'warn',
});

/** The script of the page that `switchhook inspector` serves: all that it needs in one file, as its rules allow no other. */
const inspectorPage = defineConfig({
  entry: { 'bin/inspector-page': 'adapters/inspector-socket/viewer/page.ts' },
  format: 'esm',
  clean: false,
  dts: false,
  minify: true,
  fixedExtension: false,
  platform: 'browser',
  target: 'es2022',
  deps: { alwaysBundle: [/./] },
  failOnWarn: true,
  checks: { pluginTimings: false },
  logLevel: 'warn',
});

export default [library, inspectorPage];
