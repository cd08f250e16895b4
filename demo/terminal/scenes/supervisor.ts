import { BEN, CARLA } from '../../cast.js';
import { seconds } from '../stage/time.js';
import type { Scene } from './scene.js';

export const supervisor: Scene = {
  at: '14:20',
  title: 'The supervisor steps in',
  about: 'Ben has forgotten that nobody can reach him. The same event as his own ready, without a command of his.',
  async play(stage) {
    const { time } = stage;
    const ben = stage.desk(BEN);
    const carla = stage.desk(CARLA);
    await carla.does('ready');
    await time.pass(seconds(10));
    await carla.does('forceReady', { targetAgentID: BEN.agentID });
    await ben.becomes({ login: 'online' });
  },
};
