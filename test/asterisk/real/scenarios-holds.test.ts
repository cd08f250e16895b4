import { holds } from '../scenarios/index.js';
import { playOnSwitch } from '../stage/play-on-switch.js';

playOnSwitch('holds', holds);
