import { hangUps } from '../scenarios/index.js';
import { playOnSwitch } from '../stage/play-on-switch.js';

playOnSwitch('hang ups', hangUps);
