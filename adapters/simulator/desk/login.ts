import { PHONE_TYPES, type PhoneType } from '../options/agent-options.js';
import { workOf, type Agent, type Session } from './agent.js';
import type { Desk } from './context.js';
import type { ErrorCode } from './errors.js';
import { agentMessage, tellAgent } from './messages.js';
import { isPhoneNumber } from './numbers.js';
import type { Params } from './params.js';
import type { DeskEnd, Request } from './request.js';
import { regain } from './regain.js';
import { answerThen } from './reply.js';
import { announceStatus, DND, setBusy, setOnline } from './status.js';
import type { WorkStatus } from './truth.js';

/** Work statuses with a call that the vendor's page does not name among those that refuse a login. */
const NOT_NAMED: readonly WorkStatus[] = ['ringing', 'consulting', 'conferencing'];

/** Why nobody can sign in now, or null. */
function signInObstacle({ floor }: Desk, agent: Agent): ErrorCode | null {
  const work = workOf(agent);
  if (work === 'acw') return '330013';
  if (agent.main === null) return null;
  const refused = floor.behaviour.loginInCall === 'refused' || !NOT_NAMED.includes(work);
  return refused ? '330035' : null;
}

function phoneTypeOf(agent: Agent, params: Params): PhoneType | ErrorCode {
  const text = params.text('phoneType');
  if (text === '') return agent.defaultPhoneType;
  const phoneType = PHONE_TYPES.find((type) => type === text);
  if (phoneType === undefined) return '330124';
  return agent.phoneTypes.includes(phoneType) ? phoneType : '330144';
}

function isTaken(desk: Desk, agent: Agent, taken: (other: Agent) => boolean): boolean {
  return desk.agents.some((other) => other !== agent && taken(other));
}

/** The extension to sign in with; null where none is needed. */
function extOf(desk: Desk, agent: Agent, phoneType: PhoneType, params: Params): { ext: string | null } | ErrorCode {
  const asked = params.text('bindExt');
  const ext = asked === '' ? agent.ext : asked;
  if (ext === null) return phoneType === 'pstn' ? { ext } : '330122';
  if (!desk.floor.extensions.includes(ext)) return '330088';
  if (isTaken(desk, agent, (other) => [other.ext, other.session?.ext, other.secondPhone].includes(ext))) return '330047';
  return { ext };
}

function mobileOf(desk: Desk, agent: Agent, phoneType: PhoneType, params: Params): { mobile: string | null } | ErrorCode {
  const asked = params.text('bindMobile');
  const mobile = asked === '' ? agent.mobile : asked;
  if (mobile === null) return phoneType === 'pstn' ? '330125' : { mobile };
  if (!isPhoneNumber(mobile)) return '330126';
  if (isTaken(desk, agent, (other) => other.mobile === mobile || other.session?.mobile === mobile)) return '330047';
  return { mobile };
}

/** The session of the login, or the error in its parameters. */
function sessionOf(desk: Desk, agent: Agent, params: Params): Session | ErrorCode {
  const phoneType = phoneTypeOf(agent, params);
  if (phoneType !== 'sip' && phoneType !== 'pstn' && phoneType !== 'webrtc') return phoneType;
  const ext = extOf(desk, agent, phoneType, params);
  if (typeof ext === 'string') return ext;
  const mobile = mobileOf(desk, agent, phoneType, params);
  if (typeof mobile === 'string') return mobile;
  return { phoneType, ...ext, ...mobile, unbindExtOnLogout: params.flag('unbindExtOnLogout') };
}

/** All other pages of the agent are cut off; nothing about the agent changes by that. */
function displaceOthers(desk: Desk, agent: Agent, end: DeskEnd): void {
  for (const other of [...agent.ends]) {
    if (other === end) continue;
    agent.ends.delete(other);
    other.displaced = true;
    if (other.up) other.send(agentMessage(desk, agent, 'EventAgentConnectionChanged'));
    else other.toldLate = true;
  }
}

export function login(desk: Desk, request: Request): void {
  const { agent, end, params } = request;
  const agentState = params.text('agentState') || '2';
  const session = sessionOf(desk, agent, params);
  const code =
    signInObstacle(desk, agent) ??
    (agentState === '1' || agentState === '2' ? null : '330127') ??
    (typeof session === 'string' ? session : null);
  if (code !== null || typeof session === 'string') {
    request.fail(code ?? '330127');
    return;
  }
  displaceOthers(desk, agent, end);
  end.displaced = false;
  agent.ends.add(end);
  startSession(agent, session);
  agent.lastLogin = { agentState: agentState === '1' ? '1' : '2', phoneType: session.phoneType };
  if (agentState === '1') setOnline(desk, agent);
  else setBusy(desk, agent, DND);
  answerThen(desk, request, loginResult(agent, session), () => {
    tellAgent(desk, agent, 'EventAgentLogin', { agentState });
    announceStatus(desk, agent);
    if (agent.main !== null) regain(desk, end, false);
  });
}

/** The phone of the login is bound to the agent from now on, and his default the next time. */
function startSession(agent: Agent, session: Session): void {
  agent.session = session;
  agent.defaultPhoneType = session.phoneType;
  agent.ext = session.ext;
  agent.mobile = session.mobile;
  agent.missed = 0;
}

function loginResult({ reasonCode }: Agent, { phoneType, ext, mobile }: Session): Readonly<Record<string, unknown>> {
  return {
    agentState: reasonCode === null ? '1' : '2',
    phoneType,
    bindExt: ext ?? '',
    bindMobile: mobile ?? '',
    reasonCode: reasonCode ?? 0,
  };
}
