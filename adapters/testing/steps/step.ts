import type { AsyncCommand } from 'fast-check';
import type { ReferenceModel } from '../model/reference-model.js';
import type { Stage } from './stage.js';

/** Somebody does something: a command of a model-based test. */
export abstract class Step implements AsyncCommand<ReferenceModel, Stage> {
  #words: string | null = null;

  /** The step in words, before it is known what it comes to. */
  protected abstract readonly plan: string;

  /** Whether there is anything to do, by what the model says. */
  check(_model: Readonly<ReferenceModel>): boolean {
    return true;
  }

  /** @param say tells in words who does what, before it is done */
  protected abstract act(model: ReferenceModel, stage: Stage, say: (words: string) => void): Promise<void> | void;

  async run(model: ReferenceModel, stage: Stage): Promise<void> {
    stage.begins(model);
    await this.act(model, stage, (words) => {
      this.#words = words;
      stage.floor.begins(words);
    });
    await stage.goesOn(model);
  }

  /** In words: the action when it was last run, else the plan. */
  toString(): string {
    return this.#words ?? this.plan;
  }
}
