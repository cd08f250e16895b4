import type { CheckSettings } from './check-options.js';

/** The settings that decide which sequence it is. */
export type Replay = Pick<CheckSettings, 'seed' | 'maxSteps' | 'hasFaults' | 'regainShare'> & {
  readonly replay: { readonly path: string; readonly replayPath: string };
};

/** Sequences of another version of this package are others. */
const VERSION = '3';

const FORM = /^(\d+),(-?\d+),(\d+),([fn])(\d+),([\d:]+),([\w+/]*:[\w+/]*)?$/;

/**
 * One sequence as a short text, which needs no quotes in a shell.
 *
 * @example
 * writeReplay(replay) // '3,42,60,f50,17:0:3,AAAB:V'
 */
export function writeReplay({ seed, maxSteps, hasFaults, regainShare, replay }: Replay): string {
  return [VERSION, seed, maxSteps, `${hasFaults ? 'f' : 'n'}${regainShare}`, replay.path, replay.replayPath].join();
}

/** @throws TypeError if the text is no replay string, or one of another version */
export function readReplay(text: string): Replay {
  const [, version, seed, maxSteps, faults, share, path = '', replayPath = ''] = FORM.exec(text.trim()) ?? [];
  if (version === undefined) {
    throw new TypeError('switchhook/testing: replay must be the replay string of a failure, such as 3,42,60,f50,17:0:3,AAAB:V');
  }
  if (version !== VERSION) {
    throw new TypeError(`switchhook/testing: replay is of another version (${version}); this one runs those of version ${VERSION}`);
  }
  return {
    seed: Number(seed),
    maxSteps: Number(maxSteps),
    hasFaults: faults === 'f',
    regainShare: Number(share),
    replay: { path, replayPath },
  };
}
