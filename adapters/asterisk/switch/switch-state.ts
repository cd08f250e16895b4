import type { Clock, ExchangeEvent } from '../../exchange/index.js';
import { causeOf } from './causes.js';
import type { Conversation, Conversations } from './conversations.js';
import type { Expectations } from './expectations.js';
import type { Leg } from './leg.js';
import type { LegBook } from './leg-book.js';
import type { PhoneList } from './phone-list.js';

/** All that is known of the switch, from what the PBX has reported. */
export interface SwitchState {
  readonly clock: Clock;
  readonly legs: LegBook;
  readonly conversations: Conversations;
  readonly phones: PhoneList;
  readonly expectations: Expectations;
  readonly emit: (event: ExchangeEvent) => void;
  /** Something about a conversation has changed without having been asked for: its music may have to. */
  readonly lookAfter: (conversation: Conversation) => void;
}

/** The leg is being set up. */
export function tellDialing({ emit }: SwitchState, leg: Leg): void {
  if (leg.announced || leg.state === 'incoming') return;
  leg.announced = true;
  emit({ type: 'dialing', leg: leg.id });
}

/** The phone rings. */
export function tellAlerting(state: SwitchState, leg: Leg): void {
  if (leg.state !== 'dialing') return;
  tellDialing(state, leg);
  leg.state = 'alerting';
  state.emit({ type: 'alerting', leg: leg.id });
}

/** The call was taken. Of a call that came in, it was us who took it. */
export function tellAnswered(state: SwitchState, leg: Leg): void {
  const { state: before } = leg;
  if (before === 'up') return;
  if (before !== 'incoming') tellDialing(state, leg);
  leg.stopRinging?.();
  leg.state = 'up';
  if (before !== 'incoming') state.emit({ type: 'answered', leg: leg.id });
}

/** The leg is over, with the code that the PBX gives. */
export function tellReleased(state: SwitchState, leg: Leg, code: number): void {
  if (!state.legs.has(leg)) return;
  if (leg.state === 'dialing') tellDialing(state, leg);
  const cause = causeOf(code, leg);
  state.legs.remove(leg);
  const left = state.conversations.leave(leg);
  state.emit({ type: 'released', leg: leg.id, cause });
  state.expectations.over(leg);
  for (const conversation of left) state.lookAfter(conversation);
}
