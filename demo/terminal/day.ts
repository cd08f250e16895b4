import { AGENTS, CUSTOMERS, SERVICE } from '../cast.js';
import { SCENES } from './scenes/index.js';
import type { Scene } from './scenes/scene.js';
import type { Backing } from './stage/backing.js';
import { Stage } from './stage/stage.js';
import { problemIn, summaryOf } from './summary.js';
import { mask } from './timeline/mask.js';
import type { Timeline } from './timeline/timeline.js';
import { Unexpected } from './unexpected.js';

export interface DayOptions {
  readonly timeline: Timeline;
  readonly backing: Backing;
  /** The event that gets lost once; null: none. */
  readonly lose: string | null;
}

function introduce({ timeline, backing }: DayOptions): void {
  timeline.heading("The agent's day", ...backing.about);
  for (const { name, agentID, ext, part } of AGENTS) timeline.line(`   ${name.padEnd(8)}${agentID}, ext ${ext}   ${part}`);
  for (const { name, number, part } of CUSTOMERS) timeline.line(`   ${name.padEnd(8)}${mask(number)}      ${part}`);
  timeline.line(`   queue   ${SERVICE}             Anna and Ben take its calls`);
  timeline.line('');
  timeline.text('→ a command goes out   ← an event comes in   ✓ done   ✗ refused or failed   … in flight');
  timeline.text('+ − commands that are allowed from now on, and that are not any more');
}

/** Plays a scene once its time has come. */
async function playScene(scene: Scene, stage: Stage, { timeline, backing }: DayOptions): Promise<void> {
  const { time } = stage;
  const { at, title, about, onRealSwitch } = scene;
  if (at !== null) await time.comeTo(at);
  const difference = backing.isReal && onRealSwitch !== undefined ? [onRealSwitch] : [];
  timeline.heading(`${time.timeOfDay().slice(0, 5)}  ${title}`, about, ...difference);
  await scene.play(stage);
  await stage.compare();
}

/** Plays the day. @throws Unexpected if it does not go as its script says */
export async function playDay(options: DayOptions): Promise<void> {
  const { timeline, backing, lose } = options;
  const stage = new Stage(timeline, backing);
  try {
    introduce(options);
    const loss = lose === null ? null : stage.centre.faults.drop(lose, { times: 1 });
    for (const scene of SCENES) await playScene(scene, stage, options);
    timeline.heading('The day in figures');
    const left = { calls: stage.centre.counts().calls, legs: await backing.legsOnSwitch() };
    for (const line of summaryOf(stage.tally, left)) timeline.line(line);
    const problem = problemIn(stage.tally, left);
    if (problem !== null) throw new Unexpected(problem);
    if (loss?.struck === 0) throw new Unexpected(`${lose ?? ''} was to be lost, but no such event has come.`);
  } finally {
    stage.dispose();
  }
}
