import type { FaultPlan, MessageFault, PlannedFault } from './fault.js';

const seconds = (ms: number) => `${String(ms / 1000)} s`;
const times = (count: number) => (count === 1 ? 'once' : `${String(count)} times`);
const what = (event: string) => (event === '*' ? 'any message' : event);
const whom = (agentID: string | undefined) => (agentID === undefined ? '' : ` to ${agentID}`);
const whose = (agentID: string | undefined) => (agentID === undefined ? '' : ` of ${agentID}`);

function messageInWords({ fault, event, ms = 0, agentID }: MessageFault): string {
  const message = `${what(event)}${whom(agentID)}`;
  switch (fault) {
    case 'drop':
      return `${message} is lost`;
    case 'delay':
      return `${message} is ${seconds(ms)} late`;
    case 'duplicate':
      return `${message} comes twice, ${seconds(ms)} apart`;
    case 'reorder':
      return `${message} is overtaken by the next, within ${seconds(ms)}`;
  }
}

/** `EventReleased to 1001 is 2 s late, once`. */
export function faultInWords(planned: PlannedFault): string {
  switch (planned.fault) {
    case 'loseCallbacks': {
      const command = planned.command === '*' ? 'any command' : planned.command;
      return `no callback for ${command}${whose(planned.agentID)}, ${times(planned.times)}`;
    }
    case 'failNext':
      return `${planned.command}${whose(planned.agentID)} fails with ${planned.errorCode}, ${times(planned.times)}`;
    case 'latency':
      return `everything${whom(planned.agentID)} takes ${planned.range.join(' to ')} ms`;
    case 'disconnect':
      return `${planned.agentID} loses the connection for ${seconds(planned.ms)}`;
    case 'interrupt':
      return `the link of ${planned.agentID} is interrupted for ${seconds(planned.ms)}`;
    case 'secondEnd':
      return `${planned.agentID} signs in at another page`;
    case 'rivalLogin':
      return `the next login of ${planned.agentID} meets that of another page, which the service takes ${planned.order === 'rivalFirst' ? 'first' : 'last'}`;
    default:
      return `${messageInWords(planned)}, ${times(planned.times)}`;
  }
}

/** One sentence per fault. */
export function faultPlanInWords(plan: FaultPlan): readonly string[] {
  return plan.map(faultInWords);
}
