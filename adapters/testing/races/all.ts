import { callRaces } from './call-races.js';
import { consultRaces } from './consult-races.js';
import { fieldRaces } from './field-races.js';
import { loginRaces } from './login-races.js';
import type { Race } from './race.js';

/** Races of which it is known how they must end, whoever wins. */
export const races: readonly Race[] = Object.freeze([...loginRaces, ...callRaces, ...consultRaces, ...fieldRaces]);
