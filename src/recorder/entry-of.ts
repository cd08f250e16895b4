import {
  COMMANDS,
  pendingCommands,
  type AgentEvent,
  type CommandName,
  type Emitted,
  type LegRef,
  type PendingCommand,
} from '../../machines/index.js';
import type { Note } from '../agent/observation.js';
import type { Step } from '../agent/runner.js';
import type { Refusal } from '../errors/refusal.js';
import type { Entry, EntryKind, Told } from './entry.js';
import type { MaskedContexts } from './masked-context.js';
import type { Mask } from './mask.js';

const NOTHING_TOLD: readonly Told[] = Object.freeze([]);
const COMMAND_NAMES: ReadonlySet<string> = new Set(COMMANDS);
/** The fields that every event has, or that an entry has a place of its own for. */
const ELSEWHERE = new Set(['type', 'at']);

function kindOf(event: AgentEvent): EntryKind {
  switch (event.type) {
    case 'command.accepted':
    case 'command.refused':
      return 'answer';
    case 'deadline.reached':
      return 'deadline';
    case 'fact.ignored':
      return 'ignored';
    case 'memory.recalled':
      return 'memory';
    default:
      return COMMAND_NAMES.has(event.type) ? 'command' : 'fact';
  }
}

function pendingOf(event: AgentEvent): PendingCommand | undefined {
  return 'pending' in event ? event.pending : undefined;
}

/** Turns what is observed of an agent into entries that hold no personal data. */
export class Entries {
  readonly #mask: Mask;
  readonly #contexts: MaskedContexts;
  /** The parameters of the command that is about to go into the chart. */
  #asked: Extract<Note, { kind: 'asked' }> | null = null;

  constructor(mask: Mask, contexts: MaskedContexts) {
    this.#mask = mask;
    this.#contexts = contexts;
  }

  /** The entry of a note, as this step; null: the note that it belongs to follows. */
  of(note: Note, step: number): Entry | null {
    switch (note.kind) {
      case 'asked':
        this.#asked = note;
        return null;
      case 'step':
        return this.#ofStep(note.step, step);
      case 'refused':
        return this.#bare(step, 'refused', note.at, note.refusal.command, this.#refusal(note.refusal));
      case 'told': {
        const { report } = note;
        const problem = this.#mask.sentence(report.problem);
        const messageID = report.type === 'malformed' ? report.messageID : null;
        return { ...this.#bare(step, report.type, note.at, report.type, { problem }), messageID };
      }
      case 'disposed':
        return this.#bare(step, 'disposed', note.at, 'dispose', {});
    }
  }

  /** The entry that a recording begins with. */
  start(at: number): Entry {
    return this.#bare(0, 'start', at, 'start', {});
  }

  #bare(step: number, kind: EntryKind, at: number, type: string, data: Entry['data']): Entry {
    return { step, at, kind, type, messageID: null, data, told: NOTHING_TOLD, hasChanged: false };
  }

  #refusal({ code, reason, message, guard, waitsFor }: Refusal): Entry['data'] {
    return { code, reason, message: this.#mask.sentence(message), guard: guard ?? null, waitsFor: waitsFor ?? [] };
  }

  #ofStep({ event, before, after, emitted, origin }: Step, step: number): Entry {
    const pending = pendingOf(event);
    const isTaken = pending === undefined || pendingCommands(after.context).some(({ id }) => id === pending.id) || emitted.length > 0;
    const about = event.type === 'fact.ignored' ? event.fact : event;
    const answered = 'id' in event ? pendingCommands(before.context).find(({ id }) => id === event.id)?.command : undefined;
    return {
      step,
      at: 'at' in event ? event.at : (pending?.since ?? 0),
      kind: isTaken ? kindOf(event) : 'refused',
      type: answered ?? about.type,
      messageID: origin.messageID ?? null,
      data: pending === undefined ? this.#event(event) : this.#parameters(event.type as CommandName),
      told: emitted.length === 0 ? NOTHING_TOLD : this.#told(emitted, before, origin),
      hasChanged: after !== before,
    };
  }

  #parameters(command: CommandName): Entry['data'] {
    const asked = this.#asked;
    this.#asked = null;
    return asked?.command === command ? this.#mask.attributes(asked.parameters) : {};
  }

  #told(emitted: readonly Emitted[], { context }: Step['before'], { failure }: Step['origin']): readonly Told[] {
    return emitted.flatMap((one): Told | readonly Told[] => {
      switch (one.type) {
        case 'command.settled': {
          const command = pendingCommands(context).find(({ id }) => id === one.id)?.command ?? '';
          const vendorCode = one.outcome === 'rejected' ? failure?.vendorCode : undefined;
          return {
            type: 'settled',
            command,
            outcome: one.outcome,
            ...(vendorCode === undefined ? {} : { vendorCode: vendorCode.slice(0, 20) }),
          };
        }
        case 'divergence':
          return { type: 'divergence', fact: one.fact };
        case 'ignored':
          return { type: 'ignored', fact: one.fact, rule: one.rule };
        case 'call.ended':
          return { type: 'callEnded', leg: one.leg, reason: one.reason, callID: one.callID };
        default:
          return [];
      }
    });
  }

  /** The fields of an event of the chart's. Each holds ids, codes and times, or is confidential. */
  #event(event: object): Entry['data'] {
    const data: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(event)) {
      if (!ELSEWHERE.has(name) && value !== undefined) data[name] = this.#field(name, value);
    }
    return data;
  }

  #field(name: string, value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (name === 'leg') {
      // Its ids; the number of the other side must not be kept.
      const { callID, partyID, callType } = value as LegRef;
      return { callID, partyID, callType };
    }
    if (name === 'details' || name === 'consultDetails') return this.#contexts.details(value);
    if (name === 'fact') return { type: (value as { readonly type: string }).type, ...this.#event(value) };
    if (name === 'remembered')
      return { hasCall: (value as { readonly call: unknown }).call !== null, hasAcw: (value as { readonly acw: unknown }).acw !== null };
    return value;
  }
}
