import { ANNA, BEN, CARLA, DORA } from '../../cast.js';
import { seconds } from '../stage/time.js';
import type { Scene } from './scene.js';

export const consultAndConference: Scene = {
  at: '09:04',
  title: 'A consult becomes a conference',
  about: 'Carla is in a meeting, says the service. Ben takes the consult at his SIP phone, and joins. The customer goes first.',
  async play(stage) {
    const { time } = stage;
    const anna = stage.desk(ANNA);
    const ben = stage.desk(BEN);
    const dora = stage.customer(DORA);
    await anna.fails('REJECTED', 'initiateConsult', { targetType: '0', target: CARLA.agentID });
    await time.pass(seconds(6));
    await anna.does('initiateConsult', { targetType: '0', target: BEN.agentID });
    await ben.becomes({ work: 'ringing' });
    await dora.becomes('held');
    await time.pass(seconds(5));
    await stage.deskPhone(BEN).answers();
    await anna.becomes({ work: 'consulting' });
    await ben.becomes({ work: 'talking' });
    await time.pass(seconds(20));
    await anna.does('consultConference');
    await anna.becomes({ work: 'conferencing' });
    await dora.hears(ANNA, BEN);
    await time.pass(seconds(50));
    await dora.hangsUp();
    await anna.becomes({ work: 'talking' });
    await time.pass(seconds(7));
    await ben.does('hangup');
    await anna.becomes({ work: 'acw' });
    await time.pass(seconds(2));
  },
};
