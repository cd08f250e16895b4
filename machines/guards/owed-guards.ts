import type { OwedRefusal } from '../context.js';
import type { AgentEvent } from '../events/index.js';
import { roleOf } from '../call-leg.js';
import type { GuardInput } from './guard-input.js';
import { callLaneIsBusy } from './lane-guards.js';

/** The refusal that an error is: one of a command that has ended already, or none. */
export function owedRefusal(input: GuardInput): OwedRefusal | undefined {
  const { context, event } = input;
  if (event.type !== 'call.error') return undefined;
  const role = event.leg === undefined ? null : roleOf(context, event.leg);
  const isOfThisCall = callLaneIsBusy(input) && (role === 'call' || role === 'consult');
  const { refuses } = event;
  return context.refusalsOwed.find(
    ({ command, until, callNumber }) =>
      until > event.at &&
      (!isOfThisCall || callNumber === context.callNumber) &&
      (refuses === undefined || refuses.includes(command)),
  );
}

/** Without a call: a transfer that was taken for done is refused after all, and the agent has done nothing since. */
export function refusesTransferAfterAll(input: GuardInput): boolean {
  return !callLaneIsBusy(input) && owedRefusal(input)?.third !== undefined;
}

/** Whether the fact says that the command was done, so that no refusal of it comes. */
export function isDoneBy({ confirmedBy }: OwedRefusal, event: AgentEvent): boolean {
  return confirmedBy.some(({ fact }) => fact === event.type);
}
