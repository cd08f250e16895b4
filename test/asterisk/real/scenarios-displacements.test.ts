import { displacements } from '../scenarios/index.js';
import { playOnSwitch } from '../stage/play-on-switch.js';

playOnSwitch('displacements', displacements);
