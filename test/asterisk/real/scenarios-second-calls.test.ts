import { secondCalls } from '../scenarios/index.js';
import { playOnSwitch } from '../stage/play-on-switch.js';

playOnSwitch('second calls', secondCalls);
