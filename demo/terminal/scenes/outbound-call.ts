import { ANNA, EMIL, FAY } from '../../cast.js';
import { seconds } from '../stage/time.js';
import type { Scene } from './scene.js';

export const outboundCall: Scene = {
  at: '10:15',
  title: 'Calling out',
  about: 'Fay is busy, and no after-call work follows. Emil answers.',
  onRealSwitch: "Fay's telephone answers 486 Busy Here by itself, so it has nothing to tell.",
  async play(stage) {
    const { time } = stage;
    const anna = stage.desk(ANNA);
    const emil = stage.customer(EMIL);
    stage.customer(FAY);
    await anna.does('makeCall', { otherDN: FAY.number });
    await anna.becomes({ work: 'idle' });
    await time.pass(seconds(9));
    await anna.does('makeCall', { otherDN: EMIL.number });
    await emil.becomes('ringing');
    await time.pass(seconds(6));
    await emil.answers();
    await anna.becomes({ work: 'talking' });
    await emil.hears(ANNA);
    await time.pass(seconds(25));
    await anna.does('muteCall');
    await time.pass(seconds(6));
    await anna.does('unmute');
    await time.pass(seconds(30));
    await anna.does('hangup');
    await emil.becomes('idle');
    await time.pass(seconds(4));
    await anna.does('completeACWToBusy');
    await anna.becomes({ login: 'dnd', work: 'idle' });
  },
};
