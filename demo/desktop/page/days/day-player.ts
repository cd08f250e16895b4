import { createCallCentre, type CallCentre } from '../../../../adapters/simulator/index.js';
import { createSobotAgent, type SobotAgent } from '../../../../adapters/sobot/index.js';
import { recordAgent } from '../../../../src/recorder/index.js';
import { History } from '../history.js';
import { inMinutes } from '../parts/duration.js';
import type { PlayedLine, Player } from './player.js';
import { ComputerClock } from '../../../../test/field/computer-clock.js';
import type { Day, Moment } from '../../../../test/field/day.js';
import { isOfTheComputer, startOf } from '../../../../test/field/doors/door.js';
import { preparedDayOf, timeOf } from '../../../../test/field/doors/prepared.js';

function lineOf(moment: Moment): PlayedLine {
  const time = inMinutes(Math.max(0, moment.at));
  if ('agent' in moment) return { time, who: 'agent', text: moment.agent };
  if ('service' in moment) return { time, who: 'service', text: moment.service };
  if ('accepts' in moment) return { time, who: 'service', text: `${moment.accepts}: success` };
  if ('refuses' in moment) return { time, who: 'service', text: `${moment.refuses}: error` };
  if ('shows' in moment) return { time, who: 'seen', text: moment.because };
  if ('reload' in moment) return { time, who: 'computer', text: `reload, ${moment.reload}` };
  if ('clock' in moment) return { time, who: 'computer', text: `clock set by ${moment.by} ms` };
  return { time, who: 'computer', text: `sleeps for ${moment.for} ms` };
}

/** A day of the field, which a simulated service plays to an agent's page. */
export class DayPlayer implements Player {
  readonly lines: readonly PlayedLine[];
  readonly clock: ComputerClock;
  readonly agent: SobotAgent;
  readonly history: History;
  readonly #day: Day;
  readonly #centre: CallCentre;
  #next = 0;

  constructor(day: Day) {
    this.#day = day;
    this.lines = day.moments.map(lineOf);
    this.clock = new ComputerClock(startOf(day));
    this.#centre = createCallCentre({ agents: [{ agentID: '1001' }], latency: [0, 0], clock: this.clock, day: preparedDayOf(day) });
    this.agent = createSobotAgent(this.#centre.connect(), { clock: this.clock, ...day.options });
    this.history = new History(this.agent, recordAgent(this.agent));
  }

  get played(): number {
    return this.#next;
  }

  get isOver(): boolean {
    return this.#next >= this.#day.moments.length;
  }

  async step(): Promise<void> {
    const index = this.#next;
    const moment = this.#day.moments[index];
    if (moment === undefined) return;
    this.#next += 1;
    await this.clock.passTo(startOf(this.#day) + timeOf(this.#day, index));
    if (isOfTheComputer(moment)) {
      if ('clock' in moment) this.clock.set(moment.by);
      else this.clock.sleep(moment.for);
    } else if ('agent' in moment) {
      const command = this.agent[moment.agent] as (given?: unknown) => Promise<unknown>;
      // How it ends shows in the recording.
      command({ ...moment.parameters }).catch(() => undefined);
    }
  }

  close(): void {
    this.history.recorder.stop();
    this.agent.dispose();
    this.#centre.dispose();
  }
}

/** Days that one page lives through from beginning to end: a player has one. */
export function isForOnePage(day: Day): boolean {
  return day.moments.every((moment) => !('reload' in moment) && (isOfTheComputer(moment) || (moment.page ?? 'first') === 'first'));
}
