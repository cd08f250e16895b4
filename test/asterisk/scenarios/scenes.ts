import { expect } from '@jest/globals';
import { CUSTOMER } from '../stage/floor.js';
import type { Seat } from '../stage/seat.js';
import type { Stage } from '../stage/stage.js';

export const TO_AGENT = { targetType: '0', target: '1002' } as const;

/** The customer calls the agent, who answers. */
export async function takeCall(stage: Stage, seat: Seat): Promise<void> {
  await stage.customer.calls(seat.agentID);
  await seat.does('answer');
  expect(seat.state).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
}

/** Agent 1001 talks with a customer who has called. */
export async function talk(stage: Stage, agentID = '1001'): Promise<Seat> {
  const seat = await stage.signIn(agentID);
  await takeCall(stage, seat);
  return seat;
}

export interface Consultation {
  readonly seat: Seat;
  readonly other: Seat;
}

/** Agent 1001 talks with a customer, and has called agent 1002, who rings. */
export async function ringColleague(stage: Stage): Promise<Consultation> {
  const seat = await talk(stage);
  const other = await stage.signIn('1002');
  await seat.does('initiateConsult', TO_AGENT);
  expect(seat.state).toMatchObject({ work: 'consulting', consult: { phase: 'dialing' } });
  expect(other.state.work).toBe('ringing');
  return { seat, other };
}

/** Agents 1001 and 1002 talk; 1001's customer is held. */
export async function consult(stage: Stage): Promise<Consultation> {
  const consultation = await ringColleague(stage);
  await consultation.other.does('answer');
  expect(consultation.seat.state).toMatchObject({ work: 'consulting', consult: { phase: 'talking' } });
  return consultation;
}

/** The customer and both agents talk. */
export async function confer(stage: Stage): Promise<Consultation> {
  const consultation = await consult(stage);
  await consultation.seat.does('consultConference');
  expect(consultation.seat.state.work).toBe('conferencing');
  expect(consultation.other.state.work).toBe('conferencing');
  return consultation;
}
