import { recordAgent, type Entry, type Recorder } from '../../src/recorder/index.js';

/** The entries that are still there, the oldest first. */
export function entriesOf(recorder: Recorder): readonly Entry[] {
  return [...recorder.toJSON().entries];
}

/** The recorded entries, a line for each: kind, type, and what came of it. */
export function linesOf(recorder: Recorder): readonly string[] {
  return entriesOf(recorder).map(({ kind, type, told }) => {
    const outcomes = told.map((one) => {
      if (one.type === 'settled') return `${one.command} ${one.outcome}`;
      return one.type === 'ignored' ? one.rule : one.type;
    });
    return [kind, type, ...outcomes].join(' ');
  });
}

export { recordAgent };
