import { ANNA, BEN, DORA, SERVICE } from '../../cast.js';
import { SLOW_LINE, USUAL_LINE } from '../../floor.js';
import { seconds } from '../stage/time.js';
import type { Scene } from './scene.js';

export const breakAndSuperseded: Scene = {
  at: '12:30',
  title: 'Lunch, and a customer who does not wait',
  about: 'Anna eats, so Ben gets the call. Dora hangs up while his hold is under way on a slow line: the command ends, nothing hangs.',
  async play(stage) {
    const { time } = stage;
    const anna = stage.desk(ANNA);
    const ben = stage.desk(BEN);
    const dora = stage.customer(DORA);
    await anna.does('notReady', { reasonCode: 14 });
    await anna.becomes({ login: 'break', reasonCode: 14 });
    await time.pass(seconds(30));
    await dora.dials(SERVICE);
    await ben.becomes({ work: 'ringing' });
    await time.pass(seconds(3));
    await ben.does('answer');
    await dora.hears(BEN);
    await time.pass(seconds(15));
    stage.setLine(BEN, SLOW_LINE);
    await dora.hangsUp();
    await ben.ends(ben.starts('holdCall'), 'SUPERSEDED');
    stage.setLine(BEN, USUAL_LINE);
    await ben.becomes({ work: 'acw' });
    await time.pass(seconds(5));
    await ben.does('completeACWToBusy');
    await ben.becomes({ work: 'idle', login: 'dnd' });
  },
};
