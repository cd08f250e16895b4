import type { Random } from '../time/random.js';
import type { SobotCommand } from './commands.js';
import type { FaultKind } from './fault-rule.js';
import type { Fault, FaultOptions, LoginOrder, MessageMatch, Recipient, TimedFaultOptions } from './faults.js';
import type { Message } from './message.js';

interface Rule {
  readonly fits: (recipient: Recipient, subject: string, message: Message | null) => boolean;
  readonly probability: number;
  left: number;
  struck: number;
}

interface MessageRule extends Rule {
  readonly kind: FaultKind;
  readonly ms: number;
}

/** A command is refused, loses its callback, or brings another page's login with it. */
export type CommandEffect =
  | { readonly does: 'refuse'; readonly errorCode: string }
  | { readonly does: 'loseCallback' }
  | { readonly does: 'bringRival'; readonly order: LoginOrder };

interface CommandRule extends Rule {
  readonly effect: CommandEffect;
}

const DEFAULT_MS: Readonly<Record<FaultKind, number>> = { drop: 0, delay: 1000, duplicate: 0, reorder: 1000 };

/** The faults that are set up. The first that fits strikes, and no other. */
export class FaultBook {
  readonly #random: Random;
  readonly #messages: MessageRule[] = [];
  readonly #commands: CommandRule[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  addForMessages(kind: FaultKind, match: MessageMatch, { ms, ...options }: TimedFaultOptions = {}): Fault {
    const fits = (recipient: Recipient, subject: string, message: Message | null): boolean =>
      typeof match === 'string' ? match === '*' || match === subject : message !== null && match(message, recipient);
    return add(this.#messages, { ...ruleOf(fits, options), kind, ms: ms ?? DEFAULT_MS[kind] });
  }

  addForCommands(command: SobotCommand | '*', effect: CommandEffect, options: FaultOptions): Fault {
    const fits = (_recipient: Recipient, subject: string): boolean => command === '*' || command === subject;
    return add(this.#commands, { ...ruleOf(fits, options), effect });
  }

  /** The fault that strikes this message, or null. */
  strikeMessage(message: Message, recipient: Recipient): Pick<MessageRule, 'kind' | 'ms'> | null {
    return this.#strike(this.#messages, recipient, message.messageID, message);
  }

  /** The code with which this command is refused, or null. */
  strikeCommand(command: SobotCommand, recipient: Recipient): string | null {
    return this.#strikeEffect('refuse', command, recipient)?.errorCode ?? null;
  }

  /** Whether the callback of this command is lost. */
  strikeCallback(command: SobotCommand, recipient: Recipient): boolean {
    return this.#strikeEffect('loseCallback', command, recipient) !== null;
  }

  /** Whether another page signs in together with this one, and which comes first; or null. */
  strikeLogin(recipient: Recipient): LoginOrder | null {
    return this.#strikeEffect('bringRival', 'login', recipient)?.order ?? null;
  }

  clear(): void {
    this.#messages.length = 0;
    this.#commands.length = 0;
  }

  #strikeEffect<Does extends CommandEffect['does']>(
    does: Does,
    command: SobotCommand,
    recipient: Recipient,
  ): Extract<CommandEffect, { does: Does }> | null {
    const rules = this.#commands.filter(({ effect }) => effect.does === does);
    // Only rules with such an effect are left.
    return (this.#strike(rules, recipient, command, null)?.effect ?? null) as Extract<CommandEffect, { does: Does }> | null;
  }

  #strike<R extends Rule>(rules: readonly R[], recipient: Recipient, subject: string, message: Message | null): R | null {
    for (const rule of rules) {
      if (rule.left <= 0 || !rule.fits(recipient, subject, message)) continue;
      // No draw where nothing is left to chance: such a fault does not disturb what is drawn elsewhere.
      if (rule.probability < 1 && this.#random.next() >= rule.probability) continue;
      rule.left -= 1;
      rule.struck += 1;
      return rule;
    }
    return null;
  }
}

function ruleOf(fits: Rule['fits'], { times = Infinity, agentID, probability = 1 }: FaultOptions): Rule {
  return {
    fits: (recipient, subject, message) => (agentID === undefined || recipient.agentID === agentID) && fits(recipient, subject, message),
    probability,
    left: times,
    struck: 0,
  };
}

function add<R extends Rule>(rules: R[], rule: R): Fault {
  rules.push(rule);
  return {
    get struck() {
      return rule.struck;
    },
    remove: () => {
      rule.left = 0;
      const index = rules.indexOf(rule);
      if (index >= 0) rules.splice(index, 1);
    },
  };
}
