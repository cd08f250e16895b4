/*
 * Keeps of Stryker's report what is worth committing: the numbers, and the
 * mutants that no test has caught.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const report = JSON.parse(readFileSync('.tmp/mutation.json', 'utf8'));

/** The deeper ones first: a file counts for the first folder that it is in. */
const FOLDERS = [
  'machines/guards',
  'machines/actions',
  'machines/regions',
  'machines',
  'src/commands',
  'src/errors',
  'src/agent',
  'src',
  'adapters/sobot',
];
const folderOf = (file) => FOLDERS.find((folder) => file.startsWith(`${folder}/`));

function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

const mutants = Object.entries(report.files).flatMap(([file, { source, mutants: found }]) =>
  found.map((mutant) => ({ ...mutant, file, original: textAt(source, mutant.location) })),
);

function count(all) {
  const of = (...statuses) => all.filter(({ status }) => statuses.includes(status)).length;
  return {
    killed: of('Killed'),
    timeout: of('Timeout'),
    survived: of('Survived'),
    noCoverage: of('NoCoverage'),
    error: of('RuntimeError', 'CompileError'),
  };
}

const ignored = {};
for (const { status, statusReason } of mutants) {
  if (status === 'Ignored') ignored[statusReason] = (ignored[statusReason] ?? 0) + 1;
}

const survivors = mutants
  .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  .map(({ file, location, mutatorName, original, replacement }) => ({
    file,
    line: location.start.line,
    mutator: mutatorName,
    original: original.replace(/\s+/g, ' '),
    replacement: replacement.replace(/\s+/g, ' '),
  }))
  .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);

const ran = new Map(FOLDERS.map((folder) => [folder, mutants.filter(({ file }) => folderOf(file) === folder)]));
const isEmpty = (counts) => Object.values(counts).every((number) => number === 0);
const counted = [...ran].map(([folder, found]) => [folder, count(found)]);

const result = {
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  folders: Object.fromEntries(counted.filter(([, counts]) => !isEmpty(counts))),
  ignored,
  survivors,
};

writeFileSync('docs/mutation.json', `${JSON.stringify(result, null, 1)}\n`);
