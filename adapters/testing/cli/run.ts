import { checkAgent } from '../check/check-agent.js';
import { figures, verdict, type CheckReport } from '../check/check-report.js';
import { failureInWords } from '../check/failure-words.js';
import type { Coverage } from '../coverage/chart-coverage.js';
import { timelineOf } from '../timeline/timeline.js';
import type { Arguments } from './arguments.js';
import { coloursFor, type Colours } from './paint.js';
import { subjectOf } from './subject.js';
import type { Terminal } from './terminal.js';

function verdictOf({ failure }: CheckReport, { good, bad }: Colours): readonly string[] {
  if (failure === null) return [good('Nothing was wrong.')];
  return [bad(`who:      ${failure.who}`), bad(`expected: ${failure.expected}`), bad(`seen:     ${failure.seen}`)];
}

function missingIn({ commands, events }: Coverage): readonly string[] {
  const missing = [...commands.missing, ...events.missing];
  return missing.length === 0 ? [] : ['', 'Not exercised:', ...missing.map((pair) => `  ${pair}`)];
}

/** One sequence, and everything that happens in it. */
async function replay(given: Arguments, text: string, terminal: Terminal): Promise<CheckReport> {
  const report = await checkAgent(await subjectOf(given.agent), { replay: text });
  const colours = coloursFor(terminal.isColoured);
  for (const line of timelineOf(report.journal, colours)) terminal.print(line);
  terminal.print('');
  for (const line of verdictOf(report, colours)) terminal.print(line);
  return report;
}

/** The whole suite. */
async function suite({ agent, runs, steps, seed, hasFaults, missing }: Arguments, terminal: Terminal): Promise<CheckReport> {
  const makeSdk = await subjectOf(agent);
  const colours = coloursFor(terminal.isColoured);
  const report = await checkAgent(makeSdk, {
    faults: hasFaults,
    ...(runs === null ? {} : { runs }),
    ...(steps === null ? {} : { maxSteps: steps }),
    ...(seed === null ? {} : { seed }),
    onProgress: ({ sequences, isShrinking }) => {
      terminal.show(isShrinking ? 'Something is wrong; looking for the shortest way to show it …' : `${sequences} sequences …`);
    },
  });
  terminal.show('');
  const command = agent === null ? 'npx switchhook check' : `npx switchhook check --agent ${agent}`;
  const { failure, journal } = report;
  if (failure !== null) terminal.print(failureInWords({ ...failure, journal, command }));
  else terminal.print(report.ok ? colours.good(verdict(report)) : verdict(report));
  terminal.print('');
  terminal.print(colours.faint(figures(report)));
  if (missing && report.coverage !== null) for (const line of missingIn(report.coverage)) terminal.print(line);
  return report;
}

/** Does what is asked for. @returns whether nothing was wrong */
export async function run(given: Arguments, terminal: Terminal): Promise<boolean> {
  const report = given.replay === null ? await suite(given, terminal) : await replay(given, given.replay, terminal);
  return report.ok;
}
