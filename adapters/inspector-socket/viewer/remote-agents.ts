import { CopiedRecording } from '../../../src/recorder/index.js';
import type { NamedAgent } from '../../inspector/index.js';
import { VERSION, type FromViewer, type ToViewer } from '../messages.js';

interface Remote {
  readonly id: string;
  readonly name: string;
  readonly recording: CopiedRecording;
  isGone: boolean;
}

/** So many agents that have gone can still be looked at. */
const MOST_GONE = 10;

/** The agents that are elsewhere, with what has arrived of their recordings. */
export class RemoteAgents {
  readonly #changed: () => void;
  readonly #remotes = new Map<string, Remote>();
  #send: (message: FromViewer) => void = () => undefined;
  #problem: string | null = null;

  /** @param changed is called when there is another agent, one has gone, or there is a problem. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Why not everything can be shown; null if it can. */
  get problem(): string | null {
    return this.#problem;
  }

  /** The agents of which something can be shown, the oldest first. */
  named(): readonly NamedAgent[] {
    const shown = [...this.#remotes.values()].filter(({ recording }) => recording.last >= recording.first);
    return shown.map(({ name, recording, isGone }, index) => {
      const count = shown.slice(0, index).filter((one) => one.name === name).length;
      return { name: `${name}${count === 0 ? '' : ` (${count + 1})`}${isGone ? ', gone' : ''}`, recorder: recording };
    });
  }

  /** There is a connection, over which this can be said. */
  begin(send: (message: FromViewer) => void): void {
    this.#send = send;
    this.#problem = null;
  }

  /** The connection is lost, and all agents with it. */
  end(): void {
    this.#send = () => undefined;
    for (const remote of this.#remotes.values()) remote.isGone = true;
    this.#changed();
  }

  receive(text: string): void {
    const message = JSON.parse(text) as ToViewer;
    switch (message.type) {
      case 'hello':
        if (message.version !== VERSION)
          this.#report(`The inspector speaks version ${message.version}, this page ${VERSION}: load it anew.`);
        return;
      case 'agent':
        this.#add(message);
        return;
      case 'gone':
        this.#leave(message.id);
        return;
      case 'part':
        this.#take(message);
    }
  }

  #add({ id, name }: { readonly id: string; readonly name: string }): void {
    const known = this.#remotes.get(id);
    if (known === undefined) this.#remotes.set(id, { id, name, recording: new CopiedRecording(), isGone: false });
    else known.isGone = false;
    this.#changed();
  }

  #leave(id: string): void {
    const remote = this.#remotes.get(id);
    if (remote === undefined) return;
    remote.isGone = true;
    const gone = [...this.#remotes.values()].filter(({ isGone }) => isGone);
    for (const one of gone.slice(0, Math.max(0, gone.length - MOST_GONE))) this.#remotes.delete(one.id);
    this.#changed();
  }

  #take({ id, part }: Extract<ToViewer, { type: 'part' }>): void {
    const remote = this.#remotes.get(id);
    if (remote === undefined) return;
    const { recording } = remote;
    const wasEmpty = recording.last < recording.first;
    try {
      recording.add(part);
    } catch (error) {
      // No further part is asked for.
      this.#report(
        `${remote.name} cannot be shown: ${(error as Error).message}. Let page and inspector have the same version of switchhook.`,
      );
      return;
    }
    this.#send({ type: 'taken', id });
    if (wasEmpty) this.#changed();
  }

  #report(problem: string): void {
    this.#problem = problem;
    this.#changed();
  }
}
