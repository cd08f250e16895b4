import { readFileSync } from 'node:fs';
import type { Difference } from './compare.js';

const DOCUMENT = new URL('../../../docs/real-switch.md', import.meta.url);

const NOTHING = '–';

function cell(lines: readonly string[]): string {
  return lines.length === 0 ? NOTHING : lines.map((line) => `\`${line}\``).join('<br>');
}

/** A difference as a row of the table in the document. */
export function rowOf({ scenario, step, simulated, real }: Difference): string {
  return `| ${scenario} | ${step} | ${cell(simulated)} | ${cell(real)} |`;
}

/** The part of the document between two marks. */
function part(name: string): string {
  const found = new RegExp(`<!-- ${name}:[^>]*-->([\\s\\S]*?)<!-- end of ${name} -->`).exec(readFileSync(DOCUMENT, 'utf8'));
  if (found === null) throw new Error(`docs/real-switch.md has no part ${name}.`);
  return found[1] ?? '';
}

function rowsIn(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| scenario |') && !line.startsWith('| --- |'));
}

/** The rows of all differences that are listed. Each stands below a heading and the reason for it. */
export function listedDifferences(): readonly string[] {
  return rowsIn(part('differences'));
}

/** Headings of the document's differences under which there is no reason. */
export function headingsWithoutReason(): readonly string[] {
  const sections = part('differences').split(/^### /m).slice(1);
  return sections
    .filter(
      (section) =>
        !section
          .split('\n')
          .slice(1)
          .some((line) => /^[A-Z`].{20,}/.test(line)),
    )
    .map((section) => section.split('\n')[0] ?? '');
}

/** The scenarios whose sequences are listed as not comparable, with the reason for each. */
export function listedRaces(): readonly string[] {
  return rowsIn(part('races'));
}
