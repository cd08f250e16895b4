import { defineConfig } from 'tsdown';

// One line per sub-path of the package; the build writes the `exports` of package.json from this list.
const subpaths = {
  index: 'src/index.ts',
  machines: 'machines/index.ts',
  sobot: 'adapters/sobot/index.ts',
  simulator: 'adapters/simulator/index.ts',
  'simulator/server': 'adapters/simulator/socket/server-entry.ts',
  asterisk: 'adapters/asterisk/index.ts',
  testing: 'adapters/testing/index.ts',
};

// Run by Node itself, hence never needed as CommonJS; `bin` in package.json names them.
const commands = {
  'bin/switchhook-simulator': 'adapters/simulator/socket/cli.ts',
  'bin/switchhook-check': 'adapters/testing/cli.ts',
};

export default defineConfig({
  entry: subpaths,
  format: { esm: { entry: { ...subpaths, ...commands } }, cjs: {} },
  dts: true,
  exports: { exclude: [/^bin\//], legacy: false },
  // A file per module: what two sub-paths share (a CommandError, say) is one module with one identity,
  // and a bundler can drop each machine that is not used.
  unbundle: true,
  root: '.',
  fixedExtension: false,
  // Neutral: no Node shims slip into what a browser loads.
  platform: 'neutral',
  target: 'es2022',
  deps: { neverBundle: [/^node:/], onlyBundle: [] },
  failOnWarn: true,
  checks: { pluginTimings: false },
  logLevel: 'warn',
});
