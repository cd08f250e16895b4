import { DAYS, type DayName } from '../../../../test/field/days/index.js';
import { SCENES } from '../../../terminal/scenes/index.js';
import { DayPlayer, isForOnePage } from './day-player.js';
import type { Player } from './player.js';

/** Something that can be played. */
export interface Prepared {
  /** Stable, for lists. */
  readonly key: string;
  readonly name: string;
  readonly kind: 'day' | 'scene';
  /** Opens it anew, at its beginning. */
  readonly open: () => Promise<Player>;
}

const days = (Object.keys(DAYS) as DayName[])
  .filter((key) => isForOnePage(DAYS[key]))
  .map((key): Prepared => ({ key, name: DAYS[key].name, kind: 'day', open: () => Promise.resolve(new DayPlayer(DAYS[key])) }));

const scenes = SCENES.map(({ title }, index): Prepared => ({
  key: `scene${index}`,
  name: title,
  kind: 'scene',
  open: async () => (await import('./scene-player.js')).ScenePlayer.open(index),
}));

/** The days of the field, and the scenes of an agent's day. */
export const PREPARED: readonly Prepared[] = [...days, ...scenes];
