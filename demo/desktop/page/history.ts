import type { Recorder } from '../../../adapters/inspector/index.js';
import type { AgentState, SobotAgent } from '../../../adapters/sobot/index.js';

/**
 * The states that an agent's page has shown, step by step of the recording: a recording shows no names and numbers, and the
 * page that has shown them may.
 */
export class History {
  static #made = 0;
  /** Tells it from all others of the page. */
  readonly number = (History.#made += 1);
  readonly recorder: Recorder;
  readonly #states = new Map<number, AgentState>();

  constructor(agent: SobotAgent, recorder: Recorder) {
    this.recorder = recorder;
    this.#states.set(recorder.last, agent.getSnapshot());
    recorder.subscribe(({ step }) => {
      this.#states.set(step, agent.getSnapshot());
      this.#states.delete(recorder.first - 1);
    });
  }

  /** The state after this step; undefined if it is forgotten. */
  at(step: number): AgentState | undefined {
    return this.#states.get(step);
  }
}
