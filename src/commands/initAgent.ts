import { declareCommand } from './declaration.js';

/** Connects this page to the service. An agent who is not offline there is regained. */
export const initAgent = declareCommand({
  name: 'initAgent',
  lane: 'login',
  needs: 'connection',
  answeredBy: 'callback',
  confirmedBy: [{ fact: 'connection.regained' }],
  deadline: 20_000,
  announces: () => ({ type: 'connection.established' }),
});
