import { describe, test } from '@jest/globals';
import { BEHAVIOURS, type Behaviour, type CallCentreOptions } from '../../adapters/simulator/index.js';
import { openGuardedFloor, type GuardedFloor } from './guarded-floor.js';

/** The floor of a scenario, with what the vendor's documents leave open decided. */
export interface Stage extends GuardedFloor {
  readonly behaviour: Readonly<Behaviour>;
}

export interface Scenario {
  readonly name: string;
  /** Behaviours that change the sequence: the scenario is played with every value of each. */
  readonly behaviours?: readonly (keyof Behaviour)[];
  readonly options?: Partial<CallCentreOptions>;
  /** Values that differ from the defaults in all plays. */
  readonly given?: Partial<Behaviour>;
  /** Not a day like others: the scenario itself looks at the agents' reports. */
  readonly reportsItself?: boolean;
  play(stage: Stage): Promise<void>;
}

const DEFAULTS = Object.fromEntries(Object.entries(BEHAVIOURS).map(([name, values]) => [name, values[0]])) as unknown as Behaviour;

/** Events may have either name and either order relative to callbacks, whatever the scenario. */
const ALWAYS: readonly (keyof Behaviour)[] = ['answerOrder', 'names', 'roleFormat'];

/** The defaults, and for each option each of its other values. */
function variants(names: readonly (keyof Behaviour)[]): readonly (readonly [string, Partial<Behaviour>])[] {
  const others = names.flatMap((name) => BEHAVIOURS[name].slice(1).map((value) => [`${name} ${value}`, { [name]: value }] as const));
  return [['the defaults', {}], ...others];
}

/** Plays each scenario; at every quiet point all agents agree with the centre, and at the end nothing is in flight. */
export function playScenarios(theme: string, scenarios: readonly Scenario[]): void {
  describe(theme, () => {
    describe.each(scenarios)('$name', ({ behaviours = [], options = {}, given = {}, reportsItself = false, play }) => {
      test.each(variants([...ALWAYS, ...behaviours]))('with %s', async (_values, variant) => {
        const behaviour = { ...DEFAULTS, ...given, ...variant };
        const floor = openGuardedFloor({ ...options, behaviour });
        await play({ ...floor, behaviour });
        await floor.rest();
        if (!reportsItself) floor.expectPeace();
        for (const { agent } of floor.seats) agent.dispose();
        floor.centre.dispose();
      });
    });
  });
}
