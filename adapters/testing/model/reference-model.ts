import type { CommandName } from '../../sobot/index.js';
import { dialIn, reject } from './calls.js';
import { effectsOf, type Intent } from './commands.js';
import { Company, Unforeseeable, type HouseRules } from './company.js';
import type { Outcome } from './outcome.js';
import { companyOf, type Name, type Person, type Scene } from './scene.js';
import { customersScene, sceneOf, type Sight } from './sight.js';
import { inWords, isSameStanding, standingOf, standingSeen } from './standing.js';

export interface ModelOptions {
  /** Work numbers. */
  readonly agents: readonly Name[];
  /** Those among them who may force others. */
  readonly supervisors: readonly Name[];
  /** Numbers of the customers who are there. */
  readonly customers: readonly Name[];
  readonly rules: HouseRules;
}

/** What the model says differently from the centre. */
export interface Disagreement {
  readonly who: Name;
  readonly model: string;
  readonly centre: string;
}

function untilOf(scene: Scene): number {
  return 'until' in scene ? (scene.until ?? Infinity) : Infinity;
}

/**
 * What a person who has followed everything would say is true on the floor, once it has come to rest. It is
 * neither the statechart nor the call centre: it knows people and what they do on the phone, and no messages,
 * legs or identifiers. Where plain words do not tell what comes next it says so, and looks around.
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
    return [...this.company.people.values()].map(({ scene }) => untilOf(scene)).filter(Number.isFinite);
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

  /** Time has passed, and the floor has come to rest. */
  itIs(now: number): void {
    for (;;) {
      const [next] = [...this.company.people.values()].sort((a, b) => untilOf(a.scene) - untilOf(b.scene));
      if (next === undefined || untilOf(next.scene) > now) break;
      this.#runsOut(next);
    }
    this.company.now = now;
  }

  #runsOut(one: Person): void {
    this.company.now = untilOf(one.scene);
    if (one.scene.is === 'wrapping up') this.company.isFree(one);
    else if (this.#foresee(() => reject(this.company, one)) === null) this.company.isFree(one);
  }

  /** Whoever looks around knows what is true, as far as it can be seen. */
  lookAround(sight: Sight, now: number): void {
    this.company.now = now;
    this.#doubt = null;
    for (const truth of sight.agents) {
      const one = this.company.get(truth.agentID);
      this.#sees(one, sceneOf(truth, sight));
      one.isMuted = truth.muted;
      one.signedIn = truth.login === 'offline' ? null : truth.login;
      one.reasonCode = truth.reasonCode;
      one.missed = truth.missed;
      one.hasTelephone = truth.phoneType === 'pstn';
    }
    for (const { name, state } of sight.customers) {
      const others = this.company.agents.filter(({ scene }) => companyOf(scene).includes(name));
      this.#sees(this.company.get(name), customersScene(name, state, others.map((one) => one.name), sight));
    }
    for (const one of this.company.people.values()) this.#timesRinging(one, sight);
    if (sight.isQueueing) this.doubt('a queue picks the agent');
    if (!this.#isWhole()) this.doubt('it cannot be seen who is on the phone with whom');
  }

  #sees(one: Person, scene: Scene | null): void {
    if (scene === null) this.doubt('it cannot be seen who is on the phone with whom');
    one.scene = scene ?? { is: 'nothing' };
  }

  /** A phone rings since one of the two agents, or the one agent, has begun to do what he does. */
  #timesRinging(one: Person, { agents }: Sight): void {
    const { scene } = one;
    if (scene.is !== 'rung') return;
    const { ring, dial } = this.company.rules;
    const caller = agents.find(({ agentID }) => agentID === scene.by);
    const since = (caller ?? agents.find(({ agentID }) => agentID === one.name))?.since;
    if (since === undefined) this.doubt('it cannot be seen for how long a phone will ring');
    else one.scene = { ...scene, until: since + (caller === undefined ? ring : dial) };
  }

  /** Everybody is on the phone with whoever is on the phone with him. */
  #isWhole(): boolean {
    return [...this.company.people.values()].every(({ name, scene }) =>
      companyOf(scene).every((other) => companyOf(this.company.people.get(other)?.scene ?? { is: 'nothing' }).includes(name)),
    );
  }

  /** What the model says differently from what can be seen. */
  disagreements(sight: Sight): readonly Disagreement[] {
    return sight.agents.flatMap((truth) => {
      const model = standingOf(this.company.get(truth.agentID));
      const centre = standingSeen(truth, sight);
      return isSameStanding(model, centre) ? [] : [{ who: truth.agentID, model: inWords(model), centre: inWords(centre) }];
    });
  }

  #foresee<Result>(act: () => Result): Result | null {
    if (this.#doubt !== null) return null;
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Unforeseeable)) throw error;
      this.doubt(error.message);
      return null;
    }
  }
}
