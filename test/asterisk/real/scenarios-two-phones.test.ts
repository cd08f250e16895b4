import { twoPhones } from '../scenarios/index.js';
import { playOnSwitch } from '../stage/play-on-switch.js';

playOnSwitch('two phones', twoPhones);
