import type { Desk } from '../desk/context.js';
import { tellAgent } from '../desk/messages.js';
import type { Random } from '../time/random.js';

/** From `e`, very good, down to `a`, very poor; the highest delay of each, in ms. */
const QUALITIES = [
  ['e', 60],
  ['d', 120],
  ['c', 200],
  ['b', 400],
] as const;

function qualityOf(ping: number): 'a' | 'b' | 'c' | 'd' | 'e' {
  return QUALITIES.find(([, highest]) => ping <= highest)?.[0] ?? 'a';
}

/** Tells agents with a web phone, again and again, how good the way to the media service is. */
export function startLatencyReports(desk: Desk, random: Random): void {
  const { latencyReportMs, latency } = desk.floor;
  if (latencyReportMs <= 0) return;
  const report = (): void => {
    desk.agenda.after(latencyReportMs, 'timer', report);
    for (const agent of desk.agents) {
      if (agent.session?.phoneType !== 'webrtc') continue;
      const ping = random.between(...latency) + random.between(...latency);
      const jitter = random.between(0, Math.ceil(ping / 4));
      const fields = { ping, jitter, loss: `${String(random.between(0, 2))}%`, quality: qualityOf(ping) };
      tellAgent(desk, agent, 'EventJanusLatency', fields);
    }
  };
  desk.agenda.after(latencyReportMs, 'timer', report);
}
