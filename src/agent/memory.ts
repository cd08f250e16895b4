import * as v from 'valibot';
import {
  Confidential,
  NOTHING,
  readState,
  revealed,
  WORK_STATUSES,
  type AgentSnapshot,
  type Leg,
  type Remembered,
} from '../../machines/index.js';
import type { AgentStorage } from './options.js';

const KEY = 'switchhook:agent';

const text = v.nullable(v.string());
const time = v.nullable(v.number());
const leg = v.object({
  callID: text,
  partyID: text,
  callType: text,
  establishedAt: time,
  attributes: v.optional(v.record(v.string(), v.unknown())),
});
const stored = v.object({
  version: v.literal(1),
  call: v.nullable(
    v.object({
      callID: v.string(),
      work: v.picklist(WORK_STATUSES),
      phase: v.nullable(v.picklist(['dialing', 'talking'])),
      muted: v.boolean(),
      stamp: time,
      leg,
      consult: v.nullable(leg),
    }),
  ),
  acw: v.nullable(v.object({ since: v.number(), deadline: time })),
});

type StoredLeg = v.InferOutput<typeof leg>;
type Stored = v.InferOutput<typeof stored>;

/** What was remembered, with the server's time of the newest fact about the call. */
export interface Recollection {
  readonly remembered: Remembered;
  readonly stamp: number | null;
}

function toLeg({ attributes, ...ids }: StoredLeg, isOpen: boolean): Leg {
  const isKept = attributes !== undefined && isOpen;
  return { ...ids, details: isKept ? new Confidential(attributes, true) : NOTHING };
}

function fromLeg({ details, ...ids }: Leg): StoredLeg {
  return details.isOpen ? { ...ids, attributes: { ...revealed(details) } } : ids;
}

/**
 * What must survive a reload of the page: which call it was and how far, and
 * the after-call work. Ids and times only; attributes of a leg are kept only
 * where they are open.
 */
export class Memory {
  readonly #storage: AgentStorage;
  readonly #isOpen: boolean;
  readonly #complain: (problem: string) => void;
  #written: string | null = null;

  /**
   * `isOpen`: whether personal data may be there in clear. `complain` is told
   * when the storage fails; the agent goes on without it.
   */
  constructor(storage: AgentStorage, isOpen: boolean, complain: (problem: string) => void) {
    this.#storage = storage;
    this.#isOpen = isOpen;
    this.#complain = complain;
  }

  recall(): Recollection | null {
    const record = this.#read();
    if (record === null) return null;
    const { call, acw } = record;
    return {
      remembered: {
        call:
          call === null
            ? null
            : {
                ...call,
                leg: toLeg(call.leg, this.#isOpen),
                consult: call.consult === null ? null : toLeg(call.consult, this.#isOpen),
              },
        acw: acw && Object.freeze(acw),
      },
      stamp: call?.stamp ?? null,
    };
  }

  #read(): Stored | null {
    try {
      this.#written = this.#storage.getItem(KEY);
      if (this.#written === null) return null;
      const result = v.safeParse(stored, JSON.parse(this.#written));
      if (result.success) return result.output;
      this.#complain('what was stored is of another version or damaged, and is not used');
    } catch {
      this.#complain('what was stored cannot be read, and is not used');
    }
    return null;
  }

  /** Keeps what there is now. What was recalled and not used yet stays. */
  keep(snapshot: AgentSnapshot, stampOf: (callID: string) => number | null): void {
    const { call, consult, acw, remembered } = snapshot.context;
    if (call === null && acw === null && remembered !== null) return;
    const { work, consultPhase, muted } = readState(snapshot);
    const record: Stored = {
      version: 1,
      call:
        call?.callID == null
          ? null
          : {
              callID: call.callID,
              work,
              phase: consultPhase,
              muted,
              stamp: stampOf(call.callID),
              leg: fromLeg(call),
              consult: consult === null ? null : fromLeg(consult),
            },
      acw,
    };
    this.#write(record.call === null && acw === null ? null : JSON.stringify(record));
  }

  #write(text: string | null): void {
    if (text === this.#written) return;
    this.#written = text;
    try {
      if (text === null) this.#storage.removeItem(KEY);
      else this.#storage.setItem(KEY, text);
    } catch {
      this.#complain('the state cannot be stored, so it will not survive a reload of the page');
    }
  }
}
