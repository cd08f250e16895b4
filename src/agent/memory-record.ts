import * as v from 'valibot';
import { Confidential, NOTHING, revealed, WORK_STATUSES, type Attributes, type WorkStatus } from '../../machines/index.js';

/** The signed-in agent, to whom what is kept belongs. The same number under another `agentType` is another agent. */
export interface Owner {
  readonly companyId: string;
  /** Work number or id, whichever `agentType` says. */
  readonly agent: string;
  /** `0`: work number, `1`: id. */
  readonly agentType: string;
}

export interface KeptLeg {
  readonly callID: string | null;
  readonly partyID: string | null;
  readonly callType: string | null;
  /** Epoch ms; null: not established. */
  readonly establishedAt: number | null;
  /** Kept only where they are open. */
  readonly details: Confidential<Attributes>;
}

export interface KeptCall {
  readonly callID: string;
  readonly work: WorkStatus;
  /** Of the consult; null: there is none. */
  readonly phase: 'dialing' | 'talking' | 'unknown' | null;
  readonly muted: boolean;
  readonly onHold: 'customer' | 'thirdParty' | 'conference' | null;
  /** The server's time of the newest fact about the call; null: not known. */
  readonly stamp: number | null;
  /** It was learnt from a regain, and never outweighs a later one. */
  readonly isFromRegain: boolean;
  readonly leg: KeptLeg;
  readonly consult: KeptLeg | null;
}

/** After-call work under way. */
export interface KeptAcw {
  /** Epoch ms. */
  readonly since: number;
  /** Epoch ms; null: not known. */
  readonly deadline: number | null;
  /** Its whole length, extensions included; ms, null: not known. */
  readonly length: number | null;
}

/** The part of an agent's work that survives a reload of the page. */
export interface Kept {
  readonly call: KeptCall | null;
  readonly acw: KeptAcw | null;
}

export const VERSION = 2;

const text = v.nullable(v.string());
const time = v.nullable(v.number());
const leg = v.object({
  callID: text,
  partyID: text,
  callType: text,
  establishedAt: time,
  attributes: v.optional(v.record(v.string(), v.unknown())),
});

/** The form in which it is stored, by which records of another version or damaged ones are known. */
export const recordSchema = v.object({
  version: v.literal(VERSION),
  owner: v.object({ companyId: v.string(), agent: v.string(), agentType: v.string() }),
  /** Epoch ms. */
  storedAt: v.number(),
  call: v.nullable(
    v.object({
      callID: v.string(),
      work: v.picklist(WORK_STATUSES),
      phase: v.nullable(v.picklist(['dialing', 'talking', 'unknown'])),
      muted: v.boolean(),
      onHold: v.nullable(v.picklist(['customer', 'thirdParty', 'conference'])),
      stamp: time,
      isFromRegain: v.optional(v.boolean(), false),
      leg,
      consult: v.nullable(leg),
    }),
  ),
  acw: v.nullable(v.object({ since: v.number(), deadline: time, length: v.nullable(v.pipe(v.number(), v.minValue(0))) })),
});

export type StoredRecord = v.InferOutput<typeof recordSchema>;
type StoredLeg = v.InferOutput<typeof leg>;
/** The part of a record that changes with the work. */
export type Body = Pick<StoredRecord, 'call' | 'acw'>;

function toLeg({ attributes, ...ids }: StoredLeg, isOpen: boolean): KeptLeg {
  const isKept = attributes !== undefined && isOpen;
  return { ...ids, details: isKept ? new Confidential(attributes, true) : NOTHING };
}

/** Reads a record; attributes only where personal data may be there in clear. */
export function keptIn({ call, acw }: Body, isOpen: boolean): Kept {
  if (call === null) return { call, acw };
  const consult = call.consult === null ? null : toLeg(call.consult, isOpen);
  return { call: { ...call, leg: toLeg(call.leg, isOpen), consult }, acw };
}

function fromLeg({ callID, partyID, callType, establishedAt, details }: KeptLeg): StoredLeg {
  const ids = { callID, partyID, callType, establishedAt };
  return details.isOpen ? { ...ids, attributes: { ...revealed(details) } } : ids;
}

function fromCall({ callID, work, phase, muted, onHold, stamp, isFromRegain, leg, consult }: KeptCall): Body['call'] {
  return { callID, work, phase, muted, onHold, stamp, isFromRegain, leg: fromLeg(leg), consult: consult && fromLeg(consult) };
}

/** How it is written, field by field, so that nothing else gets into the storage. */
export function bodyOf({ call, acw }: Kept): Body {
  return {
    call: call && fromCall(call),
    acw: acw && { since: acw.since, deadline: acw.deadline, length: acw.length },
  };
}
