import { ANNA, BEN, DORA, SERVICE } from '../../cast.js';
import { seconds } from '../stage/time.js';
import type { Scene } from './scene.js';

export const inboundCall: Scene = {
  at: '09:02',
  title: 'A call from the queue, hold and retrieve',
  about: 'The queue offers it to the agent who has been idle longest. One command about a call at a time: the next waits for the outcome.',
  async play(stage) {
    const { time } = stage;
    const anna = stage.desk(ANNA);
    const dora = stage.customer(DORA);
    await dora.dials(SERVICE);
    await anna.becomes({ work: 'ringing' });
    await time.pass(seconds(4));
    await anna.does('answer');
    await anna.becomes({ work: 'talking' });
    await dora.hears(ANNA);
    await time.pass(seconds(35));
    const hold = anna.starts('holdCall');
    await anna.fails('IN_FLIGHT', 'singleTransfer', { targetType: '0', target: BEN.agentID });
    await anna.ends(hold, 'done');
    await dora.becomes('held');
    await time.pass(seconds(8));
    await anna.fails('NOT_ALLOWED', 'initiateConsult', { targetType: '0', target: BEN.agentID });
    await time.pass(seconds(12));
    await anna.does('retrieveCall');
    await dora.hears(ANNA);
  },
};
