import type { CommandName } from '../../sobot/index.js';
import { Finding } from '../floor/finding.js';
import { isLinked } from '../floor/judge.js';
import type { Page } from '../floor/page.js';
import type { CommandRecord } from '../history/history.js';
import type { Outcome } from '../model/outcome.js';
import type { ReferenceModel } from '../model/reference-model.js';
import { intentOf } from './intent.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** A command to send. */
export interface Sending {
  readonly command: CommandName;
  readonly parameters: unknown;
  /** They are among those that the contract refuses. */
  readonly isInvalid: boolean;
}

/** The steps that follow come while what was sent is under way. */
export interface Halfway {
  /** Messages and answers that still reach the page. */
  readonly messages: number;
  /** Steps that follow before anything else happens. */
  readonly steps: number;
}

/** `; the next 2 steps follow when 1 message has arrived`, or nothing. */
export function halfwayInWords(halfway: Halfway | null): string {
  if (halfway === null) return '';
  const { messages, steps } = halfway;
  const when = messages === 0 ? 'at once' : `when ${messages} ${messages === 1 ? 'message has' : 'messages have'} arrived`;
  return steps === 1 ? `; the next step follows ${when}` : `; the next ${steps} steps follow ${when}`;
}

function objectOf(parameters: unknown): Readonly<Record<string, unknown>> {
  return typeof parameters === 'object' && parameters !== null ? (parameters as Readonly<Record<string, unknown>>) : {};
}

/** Commands that the service takes from a page it does not know, or not any more. */
const TAKEN_FROM_ANYBODY: readonly CommandName[] = ['initAgent'];

/** Calls a command of the page, and has the model say what comes of it. */
export function send(
  model: ReferenceModel,
  { floor }: Stage,
  page: Page,
  { command, parameters, isInvalid }: Sending,
): { readonly record: CommandRecord; readonly outcome: Outcome | null } {
  const record = floor.call(page, command, parameters, { isInvalid });
  if (record.reached === 0) return { record, outcome: null };
  if (record.reached > 1) model.doubt('a command was sent more than once');
  if (!page.isIdentified && !TAKEN_FROM_ANYBODY.includes(command)) return { record, outcome: 'refused' };
  if (!isLinked(floor, page)) model.doubt('a page that was away, or displaced');
  // Regardless of its other parameters, and of whether it can be foreseen.
  if (command === 'login' && 'unbindExtOnLogout' in objectOf(parameters)) model.company.get(page.agentID).givesExtensionBack = true;
  return { record, outcome: model.command(page.agentID, command, isInvalid ? null : intentOf(command, objectOf(parameters))) };
}

/** How a command has ended by now: `done`, `refused (REJECTED)`, or not yet. */
function endingOf({ endings }: CommandRecord): string {
  const last = endings.find(({ by }) => by !== 'throw');
  if (last === undefined) return 'not ended';
  return last.by === 'resolve' || last.by === 'success' ? 'done' : `refused (${last.code ?? 'without a code'})`;
}

/** A command of an agent's. */
export abstract class CommandStep extends Step {
  protected constructor(
    protected readonly who: number,
    private readonly halfway: Halfway | null,
  ) {
    super();
  }

  /** The command to send; null: there is nothing to do. */
  protected abstract sendingOf(model: ReferenceModel, page: Page): Sending | null;

  protected async act(model: ReferenceModel, stage: Stage, say: (words: string) => void): Promise<void> {
    const { floor } = stage;
    const page = floor.pageAt(this.who);
    await floor.wakes(page);
    const sending = this.sendingOf(model, page);
    if (sending === null) {
      say(`agent ${page.agentID} does nothing`);
      return;
    }
    say(`agent ${page.agentID}: ${commandInWords(sending)}${halfwayInWords(this.halfway)}`);
    const callID = floor.centre.truth(page.agentID).call?.callID ?? null;
    const isPlain = page.knowledge.unsure(callID)?.every((part) => part === 'device') === true && page.state?.pending.length === 0;
    const { record, outcome } = send(model, stage, page, sending);
    const isForeseen = isPlain && outcome !== null && outcome !== 'open' && record.reached === 1;
    if (this.halfway !== null) {
      const { messages, steps } = this.halfway;
      await floor.untilArrived(page, messages);
      floor.pace.hurry(steps, 0);
    } else if (isForeseen) {
      const { overtaken } = page.knowledge;
      stage.expects(() => {
        // The consequences of a command, told in another order, may end it otherwise: a call whose end comes first was never begun.
        if (page.knowledge.overtaken === overtaken) judgeEnding(page, sending, record, outcome);
      });
    }
  }
}

/** @throws Finding if the command has not ended as the model has foreseen */
function judgeEnding(page: Page, sending: Sending, record: CommandRecord, outcome: Outcome): void {
  const ending = endingOf(record);
  const isAsForeseen = outcome === 'done' ? ending === 'done' : ending.startsWith('refused');
  if (isAsForeseen || (!record.isPromised && !record.hasCallbacks)) return;
  const who = `agent ${page.agentID}`;
  throw new Finding(who, `that ${sending.command} is ${outcome}, by all that was done`, `it is ${ending}`);
}

const SECRET = ['token'];

function valueInWords(value: unknown): string {
  if (typeof value === 'string') return value === '' ? "''" : value;
  try {
    return typeof value === 'function' || value === undefined ? typeof value : JSON.stringify(value);
  } catch {
    return 'something that cannot be written';
  }
}

/** `makeCall (otherDN 13511110001)`. */
export function commandInWords({ command, parameters, isInvalid }: Sending): string {
  const what = isInvalid ? `${command}, wrongly` : command;
  if (parameters === undefined) return what;
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) return `${what} (${valueInWords(parameters)})`;
  const names = Object.getOwnPropertyNames(parameters).filter((name) => !SECRET.includes(name));
  const given = names.map((name) => `${name} ${valueInWords(Object.getOwnPropertyDescriptor(parameters, name)?.value)}`);
  return given.length === 0 ? what : `${what} (${given.join(', ')})`;
}
