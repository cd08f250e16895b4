import type { AgentOptions } from '../../../adapters/sobot/index.js';
import type { CommandName } from '../../../machines/index.js';
import { CALL_COMMANDS, LOGIN_COMMANDS, UNBLOCKED } from '../../../adapters/testing/model/allowed-when.js';
import { Bench } from './bench.js';
import { benchAt } from './bench-at.js';
import type { PlaceName } from './places.js';

/** A place where a command can be sent, with the bench that stands there. */
export interface Flight {
  readonly command: CommandName;
  readonly from: string;
  start(bench?: Bench): Bench;
}

/** From where each call command can be sent. */
const CALL_STARTS: Partial<Record<CommandName, readonly PlaceName[]>> = {
  makeCall: ['idle'],
  answer: ['ringing'],
  rejectCall: ['ringing'],
  hangup: [
    'dialing',
    'ringing',
    'talking',
    'holding',
    'consulting, not connected',
    'consulting, connected',
    'holding, consulted party gone',
    'conferencing',
  ],
  holdCall: ['talking'],
  singleTransfer: ['talking'],
  initiateConsult: ['talking'],
  retrieveCall: ['holding', 'holding, consulted party gone'],
  muteCall: ['talking', 'holding', 'consulting, not connected', 'consulting, connected', 'holding, consulted party gone', 'conferencing'],
  sendDtmf: ['talking', 'consulting, connected', 'conferencing'],
  cancelConsult: ['consulting, not connected'],
  retrieveConsult: ['consulting, connected', 'holding, consulted party gone'],
  consultTransfer: ['consulting, connected'],
  consultConference: ['consulting, connected'],
  delayACW: ['acw'],
  completeACW: ['acw'],
  completeACWToBusy: ['acw'],
};

/** Keys count as pressed at once, unless the event is waited for: in flight are only those. */
export const waitingForEvents = (options: AgentOptions = {}): Bench => new Bench({ confirm: { sendDtmf: 'event' }, ...options });

export const CALL_FLIGHTS: readonly Flight[] = CALL_COMMANDS.flatMap((command) => {
  const isUnmute = command === 'unmute';
  const from = CALL_STARTS[isUnmute ? 'muteCall' : command] ?? [];
  return from.map((place) => ({
    command,
    from: place,
    start: (bench = waitingForEvents()) => benchAt(place, { isMuted: isUnmute, bench }),
  }));
});

const STANDING_OF: Partial<Record<CommandName, string>> = {
  initAgent: 'uninitialized, offline',
  login: 'connected, offline',
  ready: 'connected, break 14',
  notReady: 'connected, online',
};

/** The commands with callbacks. */
export const CALLBACK_FLIGHTS: readonly Flight[] = [...LOGIN_COMMANDS, ...UNBLOCKED].map((command) => {
  const standing = STANDING_OF[command] ?? 'connected, online';
  return {
    command,
    from: standing,
    start: (bench = new Bench()) => benchAt('idle', { standing, bench }),
  };
});

export const FLIGHTS: readonly Flight[] = [...CALLBACK_FLIGHTS, ...CALL_FLIGHTS];

/** A bench on which this command is allowed. */
export function benchFor(command: CommandName): Bench {
  const flight = FLIGHTS.find((one) => one.command === command);
  if (flight === undefined) throw new Error(`${command} can be sent from nowhere`);
  return flight.start();
}
