/** Attributes of a message that say what it is about; the others are ids of people, times and counters. */
const TOLD = [
  'callType',
  'thisDN',
  'thisDNRole',
  'otherDN',
  'otherDNRole',
  'thirdDN',
  'thirdDNRole',
  'reasonCode',
  'errorCode',
  'workStatus',
  'dtmfDigits',
  'hangupCause',
] as const;

type Message = Readonly<Record<string, unknown>>;

/** Gives each id its place in the order of appearance. */
export class Ordinals {
  readonly #ids: unknown[] = [];

  of(id: unknown): number {
    if (!this.#ids.includes(id)) this.#ids.push(id);
    return this.#ids.indexOf(id) + 1;
  }
}

/** The messages to one agent, ids replaced by their order. */
class Diary {
  readonly #calls = new Ordinals();
  readonly #parties = new Ordinals();

  line(message: Message): string {
    const ids = [
      ...('callID' in message ? [`call ${this.#calls.of(message['callID'])}`] : []),
      ...('partyID' in message ? [`party ${this.#parties.of(message['partyID'])}`] : []),
    ];
    const told = TOLD.flatMap((name) => (name in message ? [`${name} ${String(message[name])}`] : []));
    return [String(message['messageID']), ...ids, ...told].join(', ');
  }
}

export interface Step {
  /** The action and its actor, in words. */
  readonly name: string;
  /** Messages to each agent's page, ends of his commands, and reports of the switch on each leg: `1001: …`, one after the other. */
  readonly lines: readonly string[];
}

/** The events of a scenario, step by step, in a form in which two switches can be compared. */
export class Journal {
  readonly #steps: { readonly name: string; readonly lines: Map<string, string[]> }[] = [];
  readonly #diaries = new Map<string, Diary>();
  readonly #causes = new Map<string, unknown>();

  step(name: string): void {
    this.#steps.push({ name, lines: new Map() });
  }

  told(agentID: string, message: Message): void {
    const diary = this.#diaries.get(agentID) ?? new Diary();
    this.#diaries.set(agentID, diary);
    this.note(agentID, diary.line(message));
    if ('hangupCause' in message) this.#causes.set(agentID, message['hangupCause']);
  }

  /** The last cause that an agent was told; null: none. */
  lastCause(agentID: string): string | null {
    const cause = this.#causes.get(agentID);
    return typeof cause === 'string' ? cause : null;
  }

  /** @param who agent, or leg */
  note(who: string, line: string): void {
    if (this.#steps.length === 0) this.step('the beginning');
    const lines = this.#steps.at(-1)!.lines;
    lines.set(who, [...(lines.get(who) ?? []), line]);
  }

  get steps(): readonly Step[] {
    return this.#steps.map(({ name, lines }, index) => ({
      name: `${index + 1}. ${name}`,
      lines: [...lines].sort(([one], [other]) => one.localeCompare(other)).flatMap(([who, told]) => told.map((line) => `${who}: ${line}`)),
    }));
  }

  toString(): string {
    return this.steps.flatMap(({ name, lines }) => [name, ...lines.map((line) => `    ${line}`)]).join('\n');
  }
}
