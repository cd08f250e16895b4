/*
 * `npm run api` writes down what every entry of the package exports, with its
 * types: one report each in docs/api, so that a change of the public surface
 * shows in review. `npm run api -- --check` fails when a report is stale. Both
 * read the built declarations: `npm run build` comes first.
 */
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '../..');
const reports = join(root, 'docs/api');
const drafts = join(root, '.tmp/api');

const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;

/** `./simulator/server` is reported in `simulator-server.api.md`. */
const reportName = (subpath) => (subpath === '.' ? 'switchhook' : subpath.slice(2).replaceAll('/', '-')) + '.api.md';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.entries(manifest.exports)
  .filter(([subpath]) => subpath !== './package.json')
  .map(([subpath, { import: module }]) => ({ subpath, report: reportName(subpath), types: join(root, module.replace(/\.js$/, '.d.ts')) }));

function configFor({ report, types }) {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: types,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            module: 'nodenext',
            target: 'es2022',
            lib: ['es2023', 'dom'],
            types: ['node'],
            strict: true,
            skipLibCheck: true,
          },
          files: [types],
        },
      },
      apiReport: { enabled: true, reportFileName: report, reportFolder: drafts, reportTempFolder: join(drafts, 'before') },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
    packageJsonFullPath: join(root, 'package.json'),
  });
}

mkdirSync(reports, { recursive: true });
mkdirSync(join(drafts, 'before'), { recursive: true });

/** The parts of an inferred union come in an order that differs from build to build, and says nothing. */
function inAnyOrder(text) {
  const lines = text.replace(/"[^"]*"(?: \| "[^"]*")+/g, (words) => words.split(' | ').sort().join(' | ')).split('\n');
  return lines
    .map((line) => line.replace(/^[\s{}|]+|[\s{}|;]+$/g, ''))
    .sort()
    .join('\n');
}

function isStale({ report }) {
  const committed = join(reports, report);
  return !existsSync(committed) || inAnyOrder(readFileSync(committed, 'utf8')) !== inAnyOrder(readFileSync(join(drafts, report), 'utf8'));
}

for (const entry of entries) {
  Extractor.invoke(configFor(entry), {
    localBuild: true,
    messageCallback(message) {
      // A changed report is told below; errors of the compiler are told as they are.
      message.handled = message.category !== 'Compiler';
    },
  });
}
const stale = entries.filter(isStale);
if (!check) for (const { report } of stale) writeFileSync(join(reports, report), readFileSync(join(drafts, report)));

const known = new Set(entries.map(({ report }) => report));
const leftOver = readdirSync(reports).filter((file) => !known.has(file));
if (!check) for (const file of leftOver) rmSync(join(reports, file));

const differences = [
  ...stale.map(({ subpath, report }) => `docs/api/${report}: switchhook${subpath.slice(1)} exports something else now`),
  ...leftOver.map((file) => `docs/api/${file}: the package has no such entry`),
];
if (check && differences.length > 0) {
  console.error(`${differences.join('\n')}\nIf that is meant, run \`npm run api\` and commit the reports.`);
  process.exitCode = 1;
}
