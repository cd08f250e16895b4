import { ANNA, BEN } from '../../cast.js';
import { seconds } from '../stage/time.js';
import type { Scene } from './scene.js';

export const afterCallWork: Scene = {
  at: null,
  title: 'After-call work',
  about: 'Anna asks for more than there is, and is done early; Ben lets his run out.',
  async play(stage) {
    const { time } = stage;
    const anna = stage.desk(ANNA);
    const ben = stage.desk(BEN);
    await anna.fails('INVALID_PARAMETER', 'delayACW', { delayTime: 5 });
    await anna.does('delayACW', { delayTime: 120 });
    await ben.becomes({ work: 'idle', login: 'online' });
    await anna.becomes({ work: 'acw' });
    await time.pass(seconds(40));
    await anna.does('completeACW');
    await anna.becomes({ work: 'idle', login: 'online' });
  },
};
