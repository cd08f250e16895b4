import type { GuardedFloor, Seat } from './guarded-floor.js';

/** Agent 1001 has signed in, and talks with a customer who has called. */
export async function talkWithCustomer(floor: GuardedFloor, login: object = {}, agentID = '1001'): Promise<Seat> {
  const seat = await floor.signIn(agentID, login);
  await takeCall(floor, seat);
  return seat;
}

/** Agent 1001 has signed in, and a customer calls. */
export async function ringAgent(floor: GuardedFloor): Promise<Seat> {
  const seat = await floor.signIn('1001');
  floor.customer.dial('1001');
  await floor.rest();
  return seat;
}

/** The customer calls the agent, who answers. */
export async function takeCall(floor: GuardedFloor, seat: Seat): Promise<void> {
  floor.customer.dial(seat.agentID);
  await floor.rest();
  await seat.does('answer');
}

export const TO_AGENT = { targetType: '0', target: '1002' };

export interface Consultation {
  readonly seat: Seat;
  readonly other: Seat;
}

/** Agent 1001 talks with a customer, and has called agent 1002, who rings. */
export async function ringColleague(floor: GuardedFloor): Promise<Consultation> {
  const seat = await talkWithCustomer(floor);
  const other = await floor.signIn('1002');
  await seat.does('initiateConsult', TO_AGENT);
  return { seat, other };
}

/** Agents 1001 and 1002 talk; 1001's customer is held. */
export async function consultColleague(floor: GuardedFloor): Promise<Consultation> {
  const consultation = await ringColleague(floor);
  await consultation.other.does('answer');
  return consultation;
}

/** The customer and both agents talk. */
export async function conferWithColleague(floor: GuardedFloor): Promise<Consultation> {
  const consultation = await consultColleague(floor);
  await consultation.seat.does('consultConference');
  return consultation;
}

/** After-call work after a talk. */
export async function wrapUp(floor: GuardedFloor, login: object = {}): Promise<Seat> {
  const seat = await talkWithCustomer(floor, login);
  await seat.does('hangup');
  return seat;
}
