import { ANNA, BEN, EMIL } from '../../cast.js';
import { seconds } from '../stage/time.js';
import type { Scene } from './scene.js';

export const transfer: Scene = {
  at: '11:20',
  title: 'A transfer',
  about: 'Emil calls Anna, who hands him over to Ben. Until Ben answers, Anna goes on talking.',
  async play(stage) {
    const { time } = stage;
    const anna = stage.desk(ANNA);
    const ben = stage.desk(BEN);
    const emil = stage.customer(EMIL);
    await anna.does('ready');
    await time.pass(seconds(10));
    await emil.dials(ANNA.agentID);
    await anna.becomes({ work: 'ringing' });
    await time.pass(seconds(3));
    await anna.does('answer');
    await emil.hears(ANNA);
    await time.pass(seconds(25));
    const handover = anna.starts('singleTransfer', { targetType: '0', target: BEN.agentID });
    await ben.becomes({ work: 'ringing' });
    await time.pass(seconds(3));
    await ben.does('answer');
    await anna.ends(handover, 'done');
    await ben.becomes({ work: 'talking' });
    await emil.hears(BEN);
    await anna.becomes({ work: 'acw' });
    await time.pass(seconds(4));
    await anna.does('completeACW');
    await time.pass(seconds(60));
    await emil.hangsUp();
    await ben.becomes({ work: 'acw' });
    await ben.becomes({ work: 'idle' });
  },
};
