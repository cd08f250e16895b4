import { newCall, partyOf, readState, type AgentSnapshot, type Call, type Remembered } from '../../machines/index.js';
import type { Kept, KeptLeg } from './memory.js';

function keptLeg(call: Call): KeptLeg {
  const { callID, callType, establishedAt, details } = call;
  return { callID, partyID: partyOf(call), callType, establishedAt, details };
}

/** The part of an agent's work that survives a reload of the page; null: the recalled work is not used yet. */
export function keptOf(snapshot: AgentSnapshot, stampOf: (call: Call) => number | null): Kept | null {
  const { roster, acw, acwPolicy, remembered } = snapshot.context;
  const { call, third } = roster;
  if (call === null && acw === null && remembered !== null) return null;
  const { work, consultPhase, muted, onHold } = readState(snapshot);
  return {
    call:
      call?.callID == null
        ? null
        : {
            callID: call.callID,
            work,
            phase: consultPhase,
            muted,
            onHold,
            stamp: stampOf(call),
            isFromRegain: call.isFromRegain,
            leg: keptLeg(call),
            consult: third === null ? null : keptLeg(third),
          },
    acw: acw && {
      since: acw.since,
      deadline: acw.deadline,
      length: acw.deadline === null ? null : Math.max(acw.deadline - acw.since, (acwPolicy.seconds ?? 0) * 1000),
    },
  };
}

function recalledCall({ callID, partyID, callType, establishedAt, details }: KeptLeg, work: Call['work']): Call {
  const isEstablished = establishedAt !== null;
  return {
    ...newCall(0, work, establishedAt ?? 0),
    callID,
    callType,
    legs: [{ partyID, isEstablished }],
    isOffered: work === 'ringing',
    establishedAt,
    details,
  };
}

/** The kept work, as the machine remembers it. */
export function rememberedFrom({ call, acw }: Kept): Remembered {
  return {
    call:
      call === null || call.work === 'idle' || call.work === 'acw'
        ? null
        : {
            call: { ...recalledCall(call.leg, call.work), isFromRegain: call.isFromRegain },
            third: call.consult && recalledCall(call.consult, call.phase === 'talking' ? 'talking' : 'dialing'),
            work: call.work,
            isThirdAnswered: call.phase === 'talking',
            muted: call.muted,
            onHold: call.onHold,
          },
    acw: acw && Object.freeze({ since: acw.since, deadline: acw.deadline }),
  };
}
