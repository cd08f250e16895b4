import { AGENTS, BEN, DORA } from '../../cast.js';
import { seconds } from '../stage/time.js';
import type { Scene } from './scene.js';

export const evening: Scene = {
  at: '17:58',
  title: 'The agents go home',
  about: 'But not in the middle of a call.',
  async play(stage) {
    const { time } = stage;
    const ben = stage.desk(BEN);
    const dora = stage.customer(DORA);
    await dora.dials(BEN.agentID);
    await ben.becomes({ work: 'ringing' });
    await time.pass(seconds(2));
    await ben.does('answer');
    await dora.hears(BEN);
    await time.pass(seconds(15));
    await ben.fails('NOT_ALLOWED', 'logout');
    await time.pass(seconds(40));
    await dora.hangsUp();
    await ben.becomes({ work: 'acw' });
    await time.pass(seconds(3));
    await ben.does('completeACW');
    for (const person of AGENTS) {
      await time.pass(seconds(5));
      await stage.desk(person).does('logout');
      await stage.desk(person).becomes({ login: 'offline' });
    }
  },
};
