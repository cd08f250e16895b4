import { expect } from '@jest/globals';
import type { CallCentre, Truth } from '../../adapters/simulator/index.js';
import type { SobotAgent } from '../../adapters/sobot/index.js';
import type { AgentState } from '../../src/index.js';

/** What an agent believes, and what the centre knows, in the same words. */
export interface View {
  readonly login: string;
  readonly reasonCode: number | null;
  readonly work: string;
  readonly call: object | null;
  readonly consult: object | null;
  readonly muted: boolean;
  readonly acw: 'running' | null;
}

export function believed({ login, reasonCode, work, call, consult, muted, acw }: AgentState): View {
  return {
    login,
    reasonCode,
    work,
    call:
      call === null
        ? null
        : { callID: call.callID, partyID: call.partyID, callType: call.callType, otherDN: call.otherDN },
    consult: consult === null ? null : { phase: consult.phase, target: consult.target },
    muted,
    acw: acw === null ? null : 'running',
  };
}

/**
 * The truth, as far as a page can know it: one that has regained a call it had not seen before was not told
 * the call's `partyID`, whether the third party has answered, nor by which name it was asked for.
 */
export function known({ login, reasonCode, work, call, consult, muted, acw }: Truth, page: AgentState): View {
  const isNews = page.call?.partyID === null;
  const partyID = isNews ? null : call?.partyID;
  const third = consult === null ? null : { phase: consult.phase, target: consult.target };
  const news = consult === null ? null : { phase: page.consult?.phase, target: consult.otherDN };
  return {
    login,
    reasonCode,
    work,
    call:
      call === null
        ? null
        : { callID: call.callID, partyID, callType: call.callType, otherDN: call.otherDN },
    consult: isNews ? news : third,
    muted,
    acw: acw === null ? null : 'running',
  };
}

/** How much later than the centre an agent hears of something, at most, in ms. */
const LONGEST_WAY = 200;

/** The agent's deadline of after-call work, where it has one, is the centre's, but for the way. */
export function deadlineGap(state: AgentState, truth: Truth): number {
  if (state.acw?.deadline == null || truth.acw?.deadline == null) return 0;
  return Math.abs(state.acw.deadline - truth.acw.deadline);
}

interface Subject {
  readonly agentID: string;
  readonly agent: SobotAgent;
}

/** The page's agent, if it is connected, believes what the centre knows, but for the named parts of it. */
export function expectAgreement(
  { agentID, agent }: Subject,
  centre: Pick<CallCentre, 'truth'>,
  except: readonly (keyof View)[] = [],
): void {
  const state = agent.getSnapshot();
  if (state.connection !== 'connected') return;
  const truth = centre.truth(agentID);
  const unseen = Object.fromEntries(except.map((part) => [part, 'not looked at']));
  expect({ agentID, ...believed(state), ...unseen }).toEqual({ agentID, ...known(truth, state), ...unseen });
  expect(deadlineGap(state, truth)).toBeLessThanOrEqual(LONGEST_WAY);
}
