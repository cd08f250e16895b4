import { AGENTS, ANNA, BEN, CARLA, EMIL } from '../../cast.js';
import { seconds } from '../stage/time.js';
import type { Scene } from './scene.js';
import { initialise, signIn } from './sign-in.js';

export const morning: Scene = {
  at: '08:55',
  title: 'The agents sign in',
  about: 'What is not allowed is refused before it is sent, with the reason.',
  async play(stage) {
    const { time } = stage;
    for (const person of AGENTS) await initialise(await stage.openPage(person));
    await time.pass(seconds(5));
    await stage.desk(ANNA).fails('NOT_ALLOWED', 'makeCall', { otherDN: EMIL.number });
    await time.pass(seconds(3));
    await stage.plugIn(BEN);
    for (const person of AGENTS) {
      await time.pass(seconds(12));
      await signIn(stage.desk(person));
      await stage.desk(person).becomes({ login: 'online', work: 'idle' });
    }
    await time.pass(seconds(4));
    await stage.desk(CARLA).does('notReady', { reasonCode: 13 });
  },
};
