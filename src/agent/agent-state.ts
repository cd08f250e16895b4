import {
  allowedCommands,
  readState,
  partyOf,
  pendingCommands,
  revealed,
  type Acw,
  type AgentSnapshot,
  type Call,
  type CallWork,
  type CommandName,
  type ConnectionStatus,
  type ConsultPhase,
  type DeviceStatus,
  type LoginStatus,
  type NetworkReading,
  type OnHold,
  type Reason,
  type SubscriptionName,
  type WorkStatus,
} from '../../machines/index.js';
import type { VendorCodes } from './vendor-words.js';

/** The agent's call; in a consult, the customer's leg. Unknown vendor attributes are kept. */
export interface CallInfo {
  /** Null until the server has named it. */
  readonly callID: string | null;
  readonly partyID: string | null;
  /** `Inbound`, `Outbound`, `Internal`, `Consult`, or null while unknown. */
  readonly callType: string | null;
  /** The other side's number, or null. Personal. */
  readonly otherDN: string | null;
  /** Business data attached to the call, as the server sent it, or null. Personal. */
  readonly attachedData: unknown;
  /** Epoch ms at which the other side answered, or null. */
  readonly establishedAt: number | null;
  readonly [attribute: string]: unknown;
}

/** The leg to the consulted third party. Unknown vendor attributes are kept. */
export interface ConsultInfo {
  readonly phase: ConsultPhase;
  /** The consulted party: as asked for, else as the server names it, or null. Personal. */
  readonly target: string | null;
  readonly [attribute: string]: unknown;
}

/** How far a call is that waits: consults and conferences are the live call's. */
type WaitingWork = Extract<CallWork, 'dialing' | 'ringing' | 'talking' | 'holding'>;

/** A call that waits. */
export interface WaitingCall extends CallInfo {
  readonly work: WaitingWork;
  /** Epoch ms since which it is so. */
  readonly since: number;
}

/** A command that was sent and whose outcome is not known yet; epoch ms. */
export interface PendingCommand {
  readonly command: CommandName;
  readonly since: number;
  readonly deadline: number;
}

/** A measurement of the media path. */
export interface NetworkState extends Omit<NetworkReading, 'quality'> {
  /** As the vendor grades it; null if it has not. */
  readonly quality: string | null;
}

/** Everything a phone bar shows. Immutable; the same reference until something changes. */
export interface AgentState {
  /** This page's link to the service. */
  readonly connection: ConnectionStatus;
  readonly login: LoginStatus;
  /** Why the agent is not ready, by the chart's own name; null while ready or signed out. */
  readonly reason: Reason | null;
  /** The vendor's code of a reason that the agent may give; null where there is none. */
  readonly reasonCode: number | null;
  /** Call work status. */
  readonly work: WorkStatus;
  /** Null exactly in idle and acw. */
  readonly call: CallInfo | null;
  /** Other calls that the server has announced and not ended; at most 32. */
  readonly waiting: readonly WaitingCall[];
  /** Set exactly while consulting. */
  readonly consult: ConsultInfo | null;
  /** The party that waits, whatever `work` is. */
  readonly onHold: OnHold | null;
  /** Independent of hold; only with an established call. */
  readonly muted: boolean;
  /** After-call work, epoch ms; `deadline` is null where its length is not known. */
  readonly acw: Acw | null;
  /** The agent's phone, as the service's registration knows it. */
  readonly device: DeviceStatus;
  /** The first sent comes first. */
  readonly pending: readonly PendingCommand[];
  /** Exactly the commands for which `can` is true. */
  readonly allowed: readonly (CommandName | SubscriptionName)[];
  /** Epoch ms at which `work` last changed, by the server's time where it names one. */
  readonly since: number;
  /** The last measurement of the media path, or null. */
  readonly network: NetworkState | null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function callInfo(call: Call): CallInfo {
  const attributes = revealed(call.details);
  return {
    ...attributes,
    callID: call.callID,
    partyID: partyOf(call),
    callType: call.callType,
    establishedAt: call.establishedAt,
    otherDN: textOrNull(attributes['otherDN']),
    attachedData: attributes['attachedData'] ?? null,
  };
}

function consultInfo(call: Call, phase: ConsultPhase): ConsultInfo {
  const attributes = revealed(call.details);
  return {
    ...attributes,
    callID: call.callID,
    partyID: partyOf(call),
    callType: call.callType,
    establishedAt: call.establishedAt,
    phase,
    target: textOrNull(attributes['target']) ?? textOrNull(attributes['otherDN']),
  };
}

/** Whether a call says the same as before, whatever its work is. */
function isToldAlike(before: Call | null, { callID, legs, callType, establishedAt, details }: Call): boolean {
  if (before === null || before.details !== details || before.legs !== legs) return false;
  return before.callID === callID && before.callType === callType && before.establishedAt === establishedAt;
}

function waitingInfo(call: Call): WaitingCall {
  return { ...callInfo(call), work: call.work as WaitingWork, since: call.since };
}

/** Keeps `before` where `now` says the same; a new value is frozen. */
function keep<T>(before: T | undefined, now: T, same: (a: T, b: T) => boolean): T {
  return before !== undefined && same(before, now) ? before : Object.freeze(now);
}

function sameList<T>(sameItem: (a: T, b: T) => boolean) {
  return (a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((item, index) => sameItem(item, b[index] as T));
}

/** Whether there are two objects, with the same fields. */
function sameFields(a: object | null, b: object | null): boolean {
  if (a === null || b === null) return false;
  const fields = Object.keys(b);
  return (
    fields.length === Object.keys(a).length &&
    fields.every((field) => Object.is((a as Record<string, unknown>)[field], (b as Record<string, unknown>)[field]))
  );
}

const sameWaiting = sameList<WaitingCall>(Object.is);
const sameCommands = sameList<CommandName | SubscriptionName>(Object.is);
const samePending = sameList<PendingCommand>((a, b) => a.command === b.command && a.since === b.since && a.deadline === b.deadline);

function pendingIn(context: AgentSnapshot['context']): readonly PendingCommand[] {
  return pendingCommands(context).map(({ command, since, deadline }) =>
    Object.freeze({ command: command as CommandName, since, deadline }),
  );
}

function shownReading(reading: NetworkReading | null, qualities: NonNullable<VendorCodes['qualities']>): NetworkState | null {
  return reading && { ...reading, quality: reading.quality && (qualities[reading.quality] ?? reading.quality) };
}

/** The state at one snapshot, with the calls it was read from, so that the next one can share. */
export interface Projection {
  readonly state: AgentState;
  readonly call: Call | null;
  readonly read: ReadonlyMap<Call, WaitingCall>;
}

const NONE_WAIT: Projection['read'] = new Map();

/** Reads the state off a snapshot; unchanged parts keep their references. */
export function project(
  snapshot: AgentSnapshot,
  isSupported: (command: CommandName | SubscriptionName) => boolean,
  before: Projection | null,
  { reasons = {}, qualities = {} }: VendorCodes = {},
): Projection {
  const { context } = snapshot;
  const { call, third, waiting } = context.roster;
  const { connection, login, reason, work, consultPhase, onHold, muted, device } = readState(snapshot);
  const last = before?.state;
  const read =
    waiting.length === 0 ? NONE_WAIT : new Map(waiting.map((each) => [each, before?.read.get(each) ?? Object.freeze(waitingInfo(each))]));
  const now: AgentState = {
    connection,
    login,
    reason,
    reasonCode: (reason && reasons[reason]) ?? null,
    work,
    call:
      before !== null && call !== null && isToldAlike(before.call, call)
        ? before.state.call
        : keep(last?.call, call && callInfo(call), sameFields),
    waiting: keep(last?.waiting, [...read.values()], sameWaiting),
    consult: keep(last?.consult, third && consultPhase && consultInfo(third, consultPhase), sameFields),
    onHold,
    muted,
    device,
    acw: context.acw,
    pending: keep(last?.pending, pendingIn(context), samePending),
    allowed: keep(last?.allowed, allowedCommands(snapshot).filter(isSupported), sameCommands),
    since: context.workSince,
    network: keep(last?.network, shownReading(context.network, qualities), sameFields),
  };
  return { state: keep(last, now, sameFields), call, read };
}
