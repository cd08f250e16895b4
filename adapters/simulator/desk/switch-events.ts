import type { ExchangeEvent, RegistrationEvent } from '../../exchange/index.js';
import { callArrives } from './calls/inbound.js';
import type { DeskLeg } from './calls/call.js';
import { legReleased } from './calls/ending.js';
import { legHeld, legRetrieved } from './calls/hold.js';
import { legSentKeys } from './calls/keys.js';
import { legMuted } from './calls/microphone.js';
import type { Desk } from './context.js';
import { tellAgent } from './messages.js';

/** An agent's phone can be reached again, or is lost. */
function phoneChanged(desk: Desk, { type, ext }: RegistrationEvent): void {
  const { registrationTold, phoneLost } = desk.floor.behaviour;
  const phoneTypes = registrationTold === 'ofSipPhones' ? ['sip'] : ['sip', 'webrtc'];
  const back = phoneLost === 'EventDNOutOfService' ? 'EventDNBackInService' : 'EventRegistered';
  for (const agent of desk.agents) {
    const { session } = agent;
    if (session === null || session.ext !== ext || !phoneTypes.includes(session.phoneType)) continue;
    tellAgent(desk, agent, type === 'registered' ? back : phoneLost);
  }
}

function legAnswered(leg: DeskLeg): void {
  if (leg.answered) return;
  leg.answered = true;
  leg.plan?.answered();
}

/** The switch has reported something. Of a leg that the desk does not know, only `incoming` matters. */
export function switchReports(desk: Desk, event: ExchangeEvent): void {
  desk.reference = ++desk.references;
  if (event.type === 'incoming') {
    if (!desk.legs.has(event.leg)) callArrives(desk, event);
    return;
  }
  if ('ext' in event) {
    phoneChanged(desk, event);
    return;
  }
  if (event.type === 'connected') {
    for (const id of event.legs) {
      const leg = desk.legs.get(id);
      if (leg !== undefined) leg.answered = true;
    }
    return;
  }
  const leg = desk.legs.get(event.leg);
  if (leg === undefined) return;
  switch (event.type) {
    case 'dialing':
      leg.plan?.dialing?.();
      break;
    case 'alerting':
      leg.plan?.alerting?.();
      break;
    case 'answered':
      legAnswered(leg);
      break;
    case 'held':
      legHeld(desk, leg, event.conversation);
      break;
    case 'retrieved':
      legRetrieved(desk, leg, event.conversation);
      break;
    case 'muted':
    case 'unmuted':
      legMuted(desk, leg, event.type === 'muted');
      break;
    case 'keysSent':
      legSentKeys(desk, leg, event.keys);
      break;
    case 'released':
      legReleased(desk, leg, event.cause);
  }
}
