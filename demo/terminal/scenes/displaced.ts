import { ANNA, EMIL } from '../../cast.js';
import { seconds } from '../stage/time.js';
import type { Scene } from './scene.js';
import { initialise, signIn } from './sign-in.js';

export const displaced: Scene = {
  at: '15:40',
  title: 'Signed in twice',
  about: 'Anna signs in at the desk next door. The page she has left is told, and sends nothing behind her back.',
  async play(stage) {
    const { time } = stage;
    const left = stage.desk(ANNA);
    const other = await stage.openPage(ANNA, { label: `${ANNA.name} 2` });
    await initialise(other);
    await signIn(other);
    await left.becomes({ connection: 'displaced' });
    await time.pass(seconds(8));
    await left.fails('NOT_ALLOWED', 'makeCall', { otherDN: EMIL.number });
    await time.pass(seconds(2));
    stage.closePage(left);
    await other.becomes({ login: 'online', work: 'idle' });
  },
};
