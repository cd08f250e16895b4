import type { SobotAgent } from '../../../../adapters/sobot/index.js';
import { recordAgent } from '../../../../src/recorder/index.js';
import { ANNA } from '../../../cast.js';
import { SCENES } from '../../../terminal/scenes/index.js';
import { DAY_BEGINS, openSimulatedBacking } from '../../../terminal/stage/simulated-backing.js';
import { Stage } from '../../../terminal/stage/stage.js';
import type { Entry, Mark } from '../../../terminal/timeline/timeline.js';
import { History } from '../history.js';
import { GatedTime } from './gated-time.js';
import type { PlayedLine, Player } from './player.js';

const WHO: Readonly<Record<Mark, PlayedLine['who']>> = { '→': 'agent', '←': 'service', '✓': 'service', '✗': 'seen', '·': 'computer' };

/** The page that Anna has opened last. */
interface OwnPage {
  readonly agent: SobotAgent;
  readonly history: History;
}

class Closed extends Error {}

/** A scene of an agent's day, seen from Anna's page; what comes before it in the day is done before. */
export class ScenePlayer implements Player {
  readonly clock: Player['clock'];
  readonly #lines: PlayedLine[] = [];
  readonly #time: GatedTime;
  readonly #backing: ReturnType<typeof openSimulatedBacking>;
  readonly #stage: Stage;
  #isShown = false;
  /** So many lines may there be before time stands. */
  #wanted = 0;
  #isOver = false;
  #rests: () => void = () => undefined;
  #stepping: Promise<void> | null = null;
  #page: OwnPage | null = null;

  private constructor() {
    this.#time = new GatedTime(
      DAY_BEGINS,
      () => !this.#isShown || this.#lines.length < this.#wanted,
      () => this.#rests(),
    );
    this.clock = { now: () => this.#time.now() };
    this.#backing = openSimulatedBacking(this.#time);
    this.#stage = new Stage({ entry: (entry) => this.#tell(entry) }, this.#backing);
    this.#stage.opened = ({ person, agent }) => {
      if (person !== ANNA) return;
      this.#page?.history.recorder.stop();
      this.#page = { agent, history: new History(agent, recordAgent(agent)) };
    };
  }

  /** @param index of the scene in the day. @returns once its first thing has happened */
  static async open(index: number): Promise<ScenePlayer> {
    const player = new ScenePlayer();
    await player.#begin(index);
    return player;
  }

  get lines(): readonly PlayedLine[] {
    return this.#lines;
  }

  get played(): number {
    return this.#lines.length;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get agent(): SobotAgent {
    return this.#own.agent;
  }

  get history(): History {
    return this.#own.history;
  }

  /** Asked for again while it is under way, it is the same step. */
  async step(): Promise<void> {
    if (this.#isOver) return;
    this.#stepping ??= this.#untilRest(() => {
      this.#wanted = this.#lines.length + 1;
      this.#time.go();
    });
    await this.#stepping;
    this.#stepping = null;
  }

  close(): void {
    this.#time.stop(new Closed());
    this.#page?.history.recorder.stop();
    this.#stage.dispose();
    void this.#backing.close();
  }

  get #own(): OwnPage {
    if (this.#page === null) throw new Error('Anna has not come yet.');
    return this.#page;
  }

  async #begin(index: number): Promise<void> {
    for (const before of SCENES.slice(0, index)) {
      if (before.at !== null) await this.#time.comeTo(before.at);
      await before.play(this.#stage);
    }
    const scene = SCENES[index];
    if (scene === undefined) throw new Error(`the day has no scene ${index}`);
    if (scene.at !== null) await this.#time.comeTo(scene.at);
    this.#isShown = true;
    await this.#untilRest(() => {
      this.#wanted = 1;
      scene
        .play(this.#stage)
        .then(() => this.#stage.compare())
        .catch((error: unknown) => {
          if (!(error instanceof Closed)) this.#lines.push({ time: this.#time.timeOfDay(), who: 'seen', text: String(error) });
        })
        .finally(() => {
          this.#isOver = true;
          this.#rests();
        });
    });
  }

  /** Resolves when time stands, or the scene is over, after this. */
  #untilRest(act: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.#rests = resolve;
      act();
    });
  }

  #tell({ time, who, mark, what, reason }: Entry): void {
    if (!this.#isShown) return;
    const text = `${who} ${mark} ${what}${reason === undefined ? '' : `: ${reason}`}`;
    this.#lines.push({ time, who: WHO[mark], text });
  }
}
