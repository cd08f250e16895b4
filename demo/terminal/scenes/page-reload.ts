import { ANNA, DORA, SERVICE } from '../../cast.js';
import { seconds } from '../stage/time.js';
import type { Scene } from './scene.js';
import { initialise } from './sign-in.js';

export const pageReload: Scene = {
  at: '13:05',
  title: 'The page is reloaded in the middle of a call',
  about: 'The new page finds the call on hold, as the old one left it, and the customer notices nothing.',
  onRealSwitch: 'Her phone is a program of its own, which the reload does not touch.',
  async play(stage) {
    const { time } = stage;
    const old = stage.desk(ANNA);
    const dora = stage.customer(DORA);
    await old.does('ready');
    await time.pass(seconds(20));
    await dora.dials(SERVICE);
    await old.becomes({ work: 'ringing' });
    await time.pass(seconds(4));
    await old.does('answer');
    await dora.hears(ANNA);
    await time.pass(seconds(20));
    await old.does('holdCall');
    await dora.becomes('held');
    await time.pass(seconds(5));
    stage.closePage(old);
    await time.pass(seconds(3));
    const reloaded = await stage.openPage(ANNA, { storage: old.storage });
    await initialise(reloaded);
    await reloaded.becomes({ login: 'online', work: 'holding' });
    await dora.becomes('held');
    await time.pass(seconds(4));
    await reloaded.does('retrieveCall');
    await dora.hears(ANNA);
    await time.pass(seconds(30));
    await reloaded.does('hangup');
    await reloaded.becomes({ work: 'acw' });
    await reloaded.becomes({ work: 'idle' });
  },
};
