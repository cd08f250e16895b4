import type { Desk } from '../desk/context.js';
import { identityOf } from '../desk/init.js';
import { execute, refuse, type Answers } from '../desk/execute.js';
import { Params } from '../desk/params.js';
import type { Random } from '../time/random.js';
import { Channels } from './channels.js';
import type { SobotCommand } from './commands.js';
import { Delivery, type Sent } from './delivery.js';
import type { FaultBook } from './fault-book.js';
import type { EndEvent, FloorEvent, LostEvent } from './floor-event.js';
import { copyOf, type Message } from './message.js';
import { Links } from './links.js';
import type { Page } from './page.js';
import type { PreparedService } from '../prepared/prepared-service.js';

type Result = Readonly<Record<string, unknown>>;

export interface NetworkParts {
  readonly desk: Desk;
  readonly random: Random;
  readonly faults: FaultBook;
  /** Takes the commands in place of the desk; null: the desk does. */
  readonly prepared: PreparedService | null;
  readonly observe: (event: FloorEvent) => void;
  /** Runs a handler; its error must not keep others from theirs. */
  readonly runSafely: (run: () => void) => void;
}

/** A command on its way, with the parameters as the page has given them. */
interface Call {
  readonly page: Page;
  readonly command: SobotCommand;
  readonly values: unknown;
}

/** Between pages and desk: connections, commands up, callbacks and messages down. */
export class Network {
  readonly channels: Channels;
  readonly links: Links;
  readonly #parts: NetworkParts;
  readonly #delivery: Delivery;
  #sent = 0;

  constructor(parts: NetworkParts) {
    const { agenda, floor } = parts.desk;
    this.#parts = parts;
    this.channels = new Channels(agenda, floor);
    this.#delivery = new Delivery({
      channels: this.channels,
      faults: parts.faults,
      dispatch: (page, message, sent) => this.#dispatch(page, message, sent),
      sends: () => this.#sends(),
      lost: (page, { messageID }, because) => this.#observeLost(page, 'message', messageID, because),
    });
    this.links = new Links({
      ...parts,
      channels: this.channels,
      send: (page, message) => this.#delivery.send(page, message),
      observe: (page, change) => {
        if (change === 'opened') parts.prepared?.opens(page);
        this.#observeEnd(page, change);
      },
    });
  }

  /** A command leaves a page. */
  command(page: Page, command: SobotCommand, values: unknown): void {
    const call = { page, command, values };
    const lost = (): void => this.#observeLost(page, 'command', command, 'connection');
    if (page.up) {
      this.channels.up(page, { arrive: () => this.#arrive(call), lost });
      return;
    }
    lost();
    const { agenda, floor } = this.#parts.desk;
    if (page.closed) return;
    if (page.interrupted) {
      this.channels.echo(page, () => {
        this.#failLocally(call, floor.behaviour.interruptedCode);
        this.links.tellInterruption(page);
      });
    } else if (floor.behaviour.whileDisconnected === 'error') {
      agenda.after(0, 'transit', () => this.#failLocally(call, '330009'));
    }
  }

  /** The command is refused on this side of the broken link; the desk does not hear of it. */
  #failLocally({ page, command, values }: Call, code: string): void {
    const { desk, runSafely } = this.#parts;
    const local = { agent: null, send: (message: Message) => this.#dispatch(page, message, this.#sends()) };
    const answers: Answers = {
      success: () => undefined,
      error: (result) => runSafely(() => callbackOf(values, 'error')?.(copyOf(result))),
    };
    refuse(desk, local, command, code, answers);
  }

  #arrive(call: Call): void {
    const { desk, faults, prepared, observe } = this.#parts;
    const { page, command, values } = call;
    const recipient = { agentID: page.agentID, end: page.id };
    observe({ type: 'command', at: desk.agenda.now(), ...recipient, command, params: new Params(values).public() });
    const errorCode = faults.strikeCommand(command, recipient);
    const answers = this.#answersTo(call);
    if (errorCode !== null) {
      refuse(desk, page, command, errorCode, answers);
      return;
    }
    if (prepared !== null) {
      prepared.takes(page, command, answers);
      return;
    }
    const rival = command === 'login' ? faults.strikeLogin(recipient) : null;
    if (rival === 'rivalFirst') this.#signInRival(page, values);
    execute(desk, page, command, values, answers);
    if (rival === 'rivalLast') this.#signInRival(page, values);
  }

  /** Another page of the agent signs in as this one does, at the same moment. */
  #signInRival({ agent }: Page, values: unknown): void {
    const { desk, observe } = this.#parts;
    if (agent === null) return;
    const page = this.links.open();
    const commands = [
      ['initAgent', identityOf(desk, agent)],
      ['login', new Params(values).public()],
    ] as const;
    for (const [command, params] of commands) {
      const at = { at: desk.agenda.now(), agentID: page.agentID, end: page.id };
      observe({ type: 'command', ...at, command, params: new Params(params).public() });
      execute(desk, page, command, params, this.#answersTo({ page, command, values: params }));
    }
  }

  #answersTo(call: Call): Answers {
    return {
      success: (result) => this.#answer(call, 'success', result),
      error: (result) => this.#answer(call, 'error', result),
    };
  }

  #answer({ page, command, values }: Call, outcome: 'success' | 'error', original: Result): void {
    const { desk, faults, observe, runSafely } = this.#parts;
    const recipient = { agentID: page.agentID, end: page.id };
    if (faults.strikeCallback(command, recipient)) {
      this.#observeLost(page, 'callback', command, 'fault');
      return;
    }
    const result = copyOf(original);
    this.channels.down(page, {
      arrive: () => {
        observe({ type: 'callback', at: desk.agenda.now(), ...recipient, command, outcome, result: copyOf(result) });
        runSafely(() => callbackOf(values, outcome)?.(result));
      },
      lost: () => this.#observeLost(page, 'callback', command, 'connection'),
    });
  }

  #sends(): Sent {
    this.#sent += 1;
    return { sentAt: this.#parts.desk.agenda.now(), sentAs: this.#sent };
  }

  /** A message has reached a page. */
  #dispatch(page: Page, message: Message, sent: Sent): void {
    const { desk, observe, runSafely } = this.#parts;
    const at = { at: desk.agenda.now(), end: page.id, agentID: page.agentID };
    observe({ type: 'message', ...at, ...sent, message: copyOf(message) });
    if (message.messageID === 'EventAgentConnectionChanged') this.#observeEnd(page, 'displaced');
    for (const handler of page.handlersOf(message.messageID)) runSafely(() => handler(message));
  }

  #observeEnd(page: Page, change: EndEvent['change']): void {
    const { desk, observe } = this.#parts;
    observe({ type: 'end', at: desk.agenda.now(), end: page.id, agentID: page.agentID, change });
  }

  #observeLost(page: Page, what: LostEvent['what'], name: string, because: LostEvent['because']): void {
    const { desk, observe } = this.#parts;
    observe({ type: 'lost', at: desk.agenda.now(), end: page.id, agentID: page.agentID, what, name, because });
  }
}

/** The `success` or `error` function among the parameters of a command. */
function callbackOf(values: unknown, outcome: 'success' | 'error'): ((result: Result) => void) | null {
  if (typeof values !== 'object' || values === null) return null;
  const callback = (values as Readonly<Record<string, unknown>>)[outcome];
  return typeof callback === 'function' ? (callback as (result: Result) => void) : null;
}
