import { createActor, type ActorRefFrom } from 'xstate';
import { agentMachine, readState, type AgentEvent, type AgentMachine } from '../../machines/index.js';
import { copyOf, type Pair, type Recording } from './recording.js';

/** The same machine in a plain actor of XState's, talking as the agent does, with nothing around it. */
export class RawActor {
  readonly actor: ActorRefFrom<AgentMachine>;
  readonly #recording: Recording;
  #at: number;
  #lastId = 1_000;

  constructor(recording: Recording) {
    this.#recording = recording;
    this.#at = recording.input.now;
    this.actor = createActor(agentMachine, { input: recording.input });
    this.actor.start();
    for (const event of recording.toTalk) this.actor.send(copyOf(event));
    this.#expect('talking');
    // Measured runs do not look at the state, so it is looked at here.
    for (const [send, holding] of [
      [this.facts(2), 'holding'],
      [this.commands(2), 'holding'],
    ] as const) {
      send.forEach((event, index) => {
        this.actor.send(event);
        if (index === send.length / 2 - 1) this.#expect(holding);
      });
      this.#expect('talking');
    }
  }

  /** The facts held and retrieved in turn, ready to be sent. */
  facts(count: number): readonly AgentEvent[] {
    return Array.from({ length: count }, (_, index) => this.#later(this.#pair(index).fact));
  }

  /** Each command with the fact that confirms it: holdCall, held, retrieveCall, retrieved, … */
  commands(count: number): readonly AgentEvent[] {
    return Array.from({ length: count }, (_, index) => {
      const { command, fact } = this.#pair(index);
      return [this.#renewed(command), this.#later(fact)];
    }).flat();
  }

  #pair(index: number): Pair {
    return index % 2 === 0 ? this.#recording.hold : this.#recording.retrieve;
  }

  #later(event: AgentEvent): AgentEvent {
    this.#at += 1;
    return { ...event, at: this.#at } as AgentEvent;
  }

  #renewed(event: AgentEvent): AgentEvent {
    this.#lastId += 1;
    // An older commit's commands bring a request along.
    const [field] = ['pending', 'request'].filter((name) => name in event);
    if (field === undefined) throw new Error(`${event.type} of the agent has nothing that waits for its outcome.`);
    return { ...event, [field]: { ...(event as unknown as Readonly<Record<string, object>>)[field], id: this.#lastId } };
  }

  #expect(work: string): void {
    const position = readState(this.actor.getSnapshot());
    if (position.work !== work) throw new Error(`The raw actor of the bench should be ${work}, but is ${position.work}.`);
  }
}
