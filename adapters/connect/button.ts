import type { CommandName } from '../../machines/index.js';
import type { AgentState } from '../../src/agent/agent-state.js';
import type { Refusal } from '../../src/errors/refusal.js';
import type { Texts, Translate } from './texts.js';

/** The refusal of a command, or null; an agent's `whyNot` fits. */
export type WhyNot = (command: CommandName) => Refusal | null;

/** The attributes of a button that gives a command; spread them, and add what happens on a click. */
export interface ButtonProps {
  readonly type: 'button';
  /** The name of the button; it serves as the text of a button with text, too. */
  readonly 'aria-label': string;
  readonly disabled: boolean;
  /** Why the button is disabled, in one sentence that says what to do; undefined if it is not, or nobody knows. */
  readonly title: string | undefined;
  readonly 'aria-disabled': boolean;
  /** Whether the command has been sent and its outcome is not known yet. */
  readonly 'aria-busy': boolean;
  /** The command, for style sheets and tests. */
  readonly 'data-command': CommandName;
  /** The stable key of the reason, for style sheets and tests; undefined as `title` is. */
  readonly 'data-reason': string | undefined;
}

/** A refusal in the language of the texts; without a text of its own it is English. */
function sentenceOf({ reason, advice }: Refusal, texts: Partial<Texts>): string {
  return texts[`refusal.${reason}`] ?? advice;
}

/** The reasons and texts that a button looks up. */
export interface ButtonSources {
  readonly whyNot: WhyNot | undefined;
  readonly texts: Partial<Texts>;
  readonly translate: Translate;
}

/** The attributes of the button of a command. */
export function buttonProps(state: AgentState, command: CommandName, { whyNot, texts, translate }: ButtonSources): ButtonProps {
  const disabled = !state.allowed.includes(command);
  const refusal = disabled ? (whyNot?.(command) ?? null) : null;
  return {
    type: 'button',
    'aria-label': translate(`command.${command}`),
    disabled,
    title: refusal === null ? undefined : sentenceOf(refusal, texts),
    'aria-disabled': disabled,
    'aria-busy': state.pending.some((one) => one.command === command),
    'data-command': command,
    'data-reason': refusal?.reason,
  };
}
