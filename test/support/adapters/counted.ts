import type { SobotAgent } from '../../../adapters/sobot/index.js';

/** An agent that counts who listens to its state. */
export interface Counted {
  readonly agent: SobotAgent;
  /** How often somebody has begun to listen. */
  begun: number;
  /** How many listen now. */
  listening: number;
}

export function counted(agent: SobotAgent): Counted {
  const counts: Counted = {
    agent: {
      ...agent,
      subscribe(listener) {
        counts.begun += 1;
        counts.listening += 1;
        const leave = agent.subscribe(listener);
        return () => {
          counts.listening -= 1;
          leave();
        };
      },
    },
    begun: 0,
    listening: 0,
  };
  return counts;
}
