import type { AgentState } from '../../../adapters/sobot/index.js';
import { isAfterCallWorkChanging } from './manners.js';
import type { Call, Truth } from './truth.js';
import type { Weather } from './weather.js';

/** Something that the page shows otherwise than it is. */
type Difference = (state: AgentState, truth: Truth) => string | null;

function differs(what: string, shown: unknown, is: unknown): string | null {
  return shown === is ? null : `${what}: the page shows ${String(shown)}, and it is ${String(is)}`;
}

function stageOf(truth: Truth, call: Call): string {
  return truth.isConsulted(call) ? 'consulting' : call.stage;
}

const calls: Difference = (state, truth) => {
  const current = state.call === null ? [] : [`${state.call.callID} ${state.work}`];
  const shown = [...current, ...state.waiting.map(({ callID, work }) => `${callID} ${work}`)];
  const asShown = (call: Call): string =>
    shown.find((words) => !call.isStageTold && words === `${call.callID} talking`) ?? `${call.callID} ${stageOf(truth, call)}`;
  return differs('calls', shown.sort().join(', '), truth.calls.map(asShown).sort().join(', '));
};

/** Of calls that wait, a regain says nothing: where messages are lost, only the one that is spoken in can be known. */
const spokenCall: Difference = (state, truth) => {
  const call = truth.spokenTo ?? truth.consulted;
  if (call === undefined) return null;
  return differs('the call', `${state.call?.callID} ${state.work}`, `${call.callID} ${stageOf(truth, call)}`);
};

const login: Difference = (state, truth) => differs('login', state.login, truth.login);

const afterCallWork: Difference = (state, truth) => differs('after-call work', state.work === 'acw', truth.isInAfterCallWork);

/** After an outage a page does not know the phase of a consult. */
const phase: Difference = ({ consult }, truth) => {
  if (truth.consult === null || consult?.phase === 'unknown') return null;
  return differs('the consult', consult?.phase, truth.consult.isTalking ? 'talking' : 'dialing');
};

const onHold: Difference = (state, truth) => {
  if (truth.consult !== null) return differs('on hold', state.onHold, truth.consult.onHold);
  const conference = truth.spokenTo?.stage === 'conferencing' ? truth.spokenTo : undefined;
  return conference === undefined ? null : differs('on hold', state.onHold, conference.isHeld ? 'conference' : null);
};

const device: Difference = (state, truth) => differs('the phone', state.device, truth.device);

/** A page that another end has displaced shows nothing of what goes on there. */
function wrongWhenDisplaced(state: AgentState): readonly (string | null)[] {
  return [
    differs('connection', state.connection, 'displaced'),
    differs('login', state.login, 'offline'),
    differs('work', state.work, 'idle'),
    differs('waiting calls', state.waiting.length, 0),
  ];
}

/** In what the page differs from the truth at a quiet moment; empty: in nothing. */
export function wrongWith(state: AgentState, truth: Truth, weather: Weather, time: number): readonly string[] {
  const isKnownToWait = weather.lost > 0 && state.call !== null;
  const mayCompareAcw = !isAfterCallWorkChanging(truth, time) && !isKnownToWait;
  const compared = [
    ...(weather.lost > 0 ? [spokenCall] : [calls, phase, onHold, device]),
    login,
    ...(mayCompareAcw ? [afterCallWork] : []),
  ];
  const differences = truth.isDisplaced ? wrongWhenDisplaced(state) : compared.map((difference) => difference(state, truth));
  return differences.filter((difference) => difference !== null);
}
