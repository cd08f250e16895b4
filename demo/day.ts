import { AGENTS, CUSTOMERS, SERVICE } from './cast.js';
import { SCENES } from './scenes/index.js';
import type { Scene } from './scenes/scene.js';
import { Stage } from './stage/stage.js';
import { momentOf, timeOfDay } from './stage/time.js';
import { leftOver, summaryOf } from './summary.js';
import { mask } from './timeline/mask.js';
import type { Timeline } from './timeline/timeline.js';
import { Unexpected } from './unexpected.js';

/** A Monday; on the simulated clock, times of day are UTC. */
const START = Date.UTC(2026, 2, 2, 8, 54);

export interface DayOptions {
  readonly timeline: Timeline;
  readonly pace: number | null;
  readonly lose: string | null;
}

function introduce(timeline: Timeline): void {
  timeline.heading("The agent's day", 'Guarded agents on a simulated call centre.');
  for (const { name, agentID, ext, part } of AGENTS) timeline.line(`   ${name.padEnd(8)}${agentID}, ext ${ext}   ${part}`);
  for (const { name, number, part } of CUSTOMERS) timeline.line(`   ${name.padEnd(8)}${mask(number)}      ${part}`);
  timeline.line(`   queue   ${SERVICE}             Anna and Ben take its calls`);
  timeline.line('');
  timeline.text('→ a command goes out   ← an event comes in   ✓ done   ✗ refused or failed   … in flight');
  timeline.text('+ − commands that are allowed from now on, and that are not any more');
}

async function playScene(scene: Scene, stage: Stage): Promise<void> {
  const { time, timeline } = stage;
  const { at, title, about } = scene;
  const wait = at === null ? 0 : momentOf(at, time.now()) - time.now();
  if (wait < 0) throw new Unexpected(`It is ${timeOfDay(time.now())}, too late for what begins at ${at ?? ''}.`);
  await time.pass(wait);
  timeline.heading(`${timeOfDay(time.now()).slice(0, 5)}  ${title}`, about);
  await scene.play(stage);
  await stage.compare();
}

/** Plays the day. @throws Unexpected if it does not go as its script says */
export async function playDay({ timeline, pace, lose }: DayOptions): Promise<void> {
  const stage = new Stage({ timeline, start: START, pace });
  try {
    introduce(timeline);
    const loss = lose === null ? null : stage.centre.faults.drop(lose, { times: 1 });
    for (const scene of SCENES) await playScene(scene, stage);
    timeline.heading('The day in figures');
    for (const line of summaryOf(stage)) timeline.line(line);
    const problem = leftOver(stage);
    if (problem !== null) throw new Unexpected(problem);
    if (loss?.struck === 0) throw new Unexpected(`${lose ?? ''} was to be lost, but no such event has come.`);
  } finally {
    stage.dispose();
  }
}
