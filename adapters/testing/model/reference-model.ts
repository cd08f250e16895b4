import type { CommandName } from '../../sobot/index.js';
import { answerAtOtherPhone, dialerCalls, dialIn, doesNotTake, onePhoneEnds } from './calls.js';
import { effectsOf, type Intent } from './commands.js';
import { Company, Unforeseeable, type HouseRules } from './company.js';
import type { Outcome } from './outcome.js';
import { swap } from './consult.js';
import { lookAround } from './look-around.js';
import { signInElsewhere } from './presence.js';
import { callsOf, NOTHING, type Name, type Person, type Scene } from './scene.js';
import type { Sight } from './sight.js';
import { inWords, isSameStanding, standingOf, standingSeen } from './standing.js';
import { changeTo, holdOwnPhone, retrieveOwnPhone } from './talk.js';

export interface ModelOptions {
  /** Work numbers. */
  readonly agents: readonly Name[];
  /** Those among them who may force others. */
  readonly supervisors: readonly Name[];
  /** Numbers of the customers who are there. */
  readonly customers: readonly Name[];
  readonly rules: HouseRules;
}

/** A difference between the model and the centre. */
export interface Disagreement {
  readonly who: Name;
  readonly model: string;
  readonly centre: string;
}

/** A person with a call, or something to wrap up, that ends by itself. */
interface Clocked {
  readonly one: Person;
  readonly call: Scene;
  readonly until: number;
}

function clockedIn({ people }: Company): readonly Clocked[] {
  return [...people.values()].flatMap((one) =>
    callsOf(one).flatMap((call) => ('until' in call && call.until !== null ? [{ one, call, until: call.until }] : [])),
  );
}

/** Things less than so many ms apart come in whichever order. */
const AT_ONCE = 200;

/**
 * The truth on the floor at rest, as a person who has followed everything would tell it. The model is neither the
 * statechart nor the call centre: it knows people and what they do on the phone, and no messages, legs or
 * identifiers. Where plain words do not tell what comes next it says so, and looks around.
 */
export class ReferenceModel {
  readonly company: Company;
  readonly #effects: ReturnType<typeof effectsOf>;
  #doubt: string | null = null;

  constructor({ agents, supervisors, customers, rules }: ModelOptions) {
    this.company = new Company(agents, customers, rules);
    this.#effects = effectsOf(new Set(supervisors));
  }

  /** Why the model cannot say what is true now; null: it can. */
  get doubts(): string | null {
    return this.#doubt;
  }

  /** Something has happened of which nobody can say what comes. */
  doubt(why: string): void {
    this.#doubt ??= why;
  }

  /** The moments of what happens by itself, as far as they are known; epoch ms. */
  get deadlines(): readonly number[] {
    return clockedIn(this.company).map(({ until }) => until);
  }

  sceneOf(name: Name): Scene {
    return this.company.get(name).scene;
  }

  /** An agent gives a command, and the service gets it. Null: it cannot be foreseen what comes of it. */
  command(who: Name, command: CommandName, intent: Intent | null): Outcome | null {
    return this.#foresee(() => {
      if (intent === null) throw new Unforeseeable('it was asked for more than plain words say');
      const one = this.company.get(who);
      if (one.hasTelephone && one.scene.is !== 'nothing') throw new Unforeseeable('a telephone that answers by itself');
      if (clockedIn(this.company).some(({ until }) => until - this.company.now < AT_ONCE))
        throw new Unforeseeable('which comes first: the command, or the end of a wait');
      return this.#effects[command](this.company, one, intent);
    });
  }

  /** A customer calls an agent's work number. */
  dialIn(customer: Name, agent: Name): void {
    this.#foresee(() => {
      dialIn(this.company, this.company.get(customer), this.company.get(agent));
    });
  }

  /** A customer does something with the phone in hand. */
  customer(name: Name, what: 'answer' | 'rejectCall' | 'hangup'): void {
    this.command(name, what, {});
  }

  /** A dialer offers the agent a call; `first`: the customer has answered already and waits, or knows nothing of it yet. */
  dialerCalls(agent: Name, customer: Name, first: 'customer' | 'agent' = 'customer'): void {
    this.#foresee(() => {
      dialerCalls(this.company, this.company.get(agent), this.company.get(customer), first);
    });
  }

  /** An agent presses the hold button of the phone itself. */
  holdsOwnPhone(who: Name): Outcome | null {
    return this.#happens(who, holdOwnPhone);
  }

  /** An agent presses it again. */
  retrievesOwnPhone(who: Name): Outcome | null {
    return this.#happens(who, retrieveOwnPhone);
  }

  /** An agent who asks somebody goes over to the other of the two. */
  swaps(who: Name): Outcome | null {
    return this.#happens(who, swap);
  }

  /** An agent goes over to somebody who waits, held; the talk in hand waits instead. */
  changesTo(who: Name, whom: Name): Outcome | null {
    return this.#happens(who, (company, one) => changeTo(company, one, whom));
  }

  /** The calls of this agent ring at so many phones. */
  hasPhones(who: Name, phones: number): void {
    this.company.get(who).phones = phones;
  }

  /** One of an agent's phones stops ringing, and nobody has taken the call. */
  onePhoneEnds(who: Name): Outcome | null {
    return this.#happens(who, onePhoneEnds);
  }

  /** An agent takes the call that waits at another phone, and goes on with the one in hand. */
  answersAtOtherPhone(who: Name): Outcome | null {
    return this.#happens(who, answerAtOtherPhone);
  }

  /** An agent signs in at another page, whatever goes on. */
  signsInElsewhere(who: Name, isOnline: boolean): Outcome | null {
    return this.#happens(who, (company, one) => signInElsewhere(company, one, isOnline));
  }

  /** The service has registered an agent's phone. */
  phoneIsRegistered(who: Name): void {
    this.company.get(who).device = 'registered';
  }

  /** The service has lost an agent's phone. */
  phoneIsLost(who: Name): void {
    const one = this.company.get(who);
    one.device = 'lost';
    one.hasLostPhone = true;
  }

  /** Time has passed, and the floor has come to rest. */
  itIs(now: number): void {
    for (;;) {
      const [next] = [...clockedIn(this.company)].sort((one, other) => one.until - other.until);
      if (next === undefined || next.until > now) break;
      this.#runsOut(next);
    }
    this.company.now = now;
  }

  #runsOut({ one, call, until }: Clocked): void {
    this.company.now = until;
    if (call.is === 'rung' && this.#foresee(() => (doesNotTake(this.company, one, call), true)) !== null) return;
    one.waiting = one.waiting.filter((other) => other !== call);
    if (call === one.scene) one.scene = NOTHING;
  }

  /** Looking around ends all doubt, except about things that cannot be seen. */
  lookAround(sight: Sight, now: number): void {
    this.company.now = now;
    this.#doubt = null;
    for (const why of lookAround(this.company, sight)) this.doubt(why);
  }

  /** The differences between the model and what can be seen. */
  disagreements(sight: Sight): readonly Disagreement[] {
    return sight.agents.flatMap((truth) => {
      const model = standingOf(this.company.get(truth.agentID));
      const centre = standingSeen(truth, sight);
      return isSameStanding(model, centre) ? [] : [{ who: truth.agentID, model: inWords(model), centre: inWords(centre) }];
    });
  }

  #happens(who: Name, effect: (company: Company, one: Person) => Outcome): Outcome | null {
    return this.#foresee(() => effect(this.company, this.company.get(who)));
  }

  #foresee<Result>(act: () => Result): Result | null {
    if (this.#doubt !== null) return null;
    try {
      const result = act();
      this.company.arrange();
      return result;
    } catch (error) {
      if (!(error instanceof Unforeseeable)) throw error;
      this.doubt(error.message);
      return null;
    }
  }
}
