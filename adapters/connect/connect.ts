import { COMMANDS, type CommandName } from '../../machines/events/commands.js';
import type { AgentState } from '../../src/agent/agent-state.js';
import { announcementOf } from './announcement.js';
import { buttonProps, type ButtonProps, type WhyNot } from './button.js';
import { statusMenu, type StatusMenu } from './status-menu.js';
import { translator, type Texts } from './texts.js';
import { timersAt, type Timers } from '../../src/any-agent/timers.js';
import { waitingItems, type WaitingItem } from './waiting-items.js';

export interface ConnectOptions {
  /** Says why a command is refused: `agent.whyNot`, or that of a past state. Default: disabled buttons have no reason. */
  readonly whyNot?: WhyNot;
  /** Epoch ms, by the clock of the agent. Default: not known, all times are null. */
  readonly now?: number;
  /** Texts in place of the English ones, all or some; `zh` of `switchhook/connect/zh` has all. Default: English. */
  readonly texts?: Partial<Texts>;
}

/** All that a phone bar shows, as attributes, texts and numbers. */
export interface PhoneBar {
  /** The attributes of the button of each command. */
  readonly commands: { readonly [Name in CommandName]: ButtonProps };
  readonly status: StatusMenu;
  readonly timers: Timers;
  readonly waiting: readonly WaitingItem[];
  /** For a live region (`role="status"`): what has become of the call, without any running time. */
  readonly announcement: string;
}

/**
 * Turns a state into what a phone bar shows. Pure: equal arguments give equal results, and nothing is read besides.
 *
 * @example
 * const { commands } = connect(agent.getSnapshot(), { whyNot: agent.whyNot });
 * // In React: <button {...commands.holdCall} onClick={() => agent.holdCall()}>{commands.holdCall['aria-label']}</button>
 */
export function connect(state: AgentState, { whyNot, now, texts = {} }: ConnectOptions = {}): PhoneBar {
  const translate = translator(texts);
  const buttons = COMMANDS.map((name) => [name, buttonProps(state, name, { whyNot, texts, translate })]);
  const commands = Object.fromEntries(buttons) as PhoneBar['commands'];
  const moment = now ?? null;
  return {
    commands,
    status: statusMenu(state, commands, translate),
    timers: timersAt(state, moment),
    waiting: waitingItems(state, moment, translate),
    announcement: announcementOf(state, translate),
  };
}
