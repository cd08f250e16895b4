import type { Service } from './service.js';
import type { Call } from './truth.js';
import type { Message } from './wire.js';

/** The call that the service names: there is room for one. */
function namedCall({ truth }: Service): Call | undefined {
  return truth.spokenTo ?? truth.consulted ?? truth.held ?? truth.calls[0];
}

function workStatus({ truth }: Service, call: Call | undefined): string {
  if (call !== undefined) return truth.isConsulted(call) ? 'consulting' : call.stage;
  if (truth.isInAfterCallWork) return 'sorting';
  return truth.login === 'online' ? 'ready' : 'occupied';
}

function changedAt({ truth, time }: Service, call: Call | undefined): number {
  return call === undefined ? time : Math.max(call.changedAt, truth.isConsulted(call) ? (truth.consult?.changedAt ?? 0) : 0);
}

const REASONS = { online: 0, dnd: 2, break: 11, offline: 0 } as const;

/** The connection is back: the service says where the agent stands. `dated`: with the time since when. */
export function sayRegain(service: Service, dated: boolean): void {
  const { truth, wire } = service;
  const call = namedCall(service);
  const since: Message = dated && service.weather.hasStamps ? { workStatusTimestamp: wire.stampOf(changedAt(service, call)) } : {};
  if (truth.consult?.isTalking === false) truth.consult.isPhaseTold = false;
  wire.regain({
    agentStateInfo: {
      agentState: truth.login === 'online' ? '1' : '2',
      reasonCode: REASONS[truth.login],
      workStatus: workStatus(service, call),
      ...since,
    },
    ...(call === undefined ? {} : { workStatusInfo: { callID: call.callID, callType: call.callType, thisDNRole: call.role } }),
  });
}
