import type { ReleaseCause } from '../../../exchange/index.js';
import type { Operation } from '../agent.js';
import type { Desk } from '../context.js';
import type { ErrorCode } from '../errors.js';
import { dnOfAgent, tellParty } from '../messages.js';
import type { Request } from '../request.js';
import type { Call, Party } from './call.js';
import { establish, introduce, phoneOf, ring } from './establish.js';
import { addParty, dialLeg, newCall } from './new.js';
import { beginOperation, finishOperation } from './operation.js';
import { outboundTargetOf, type Outbound } from './outbound-target.js';

interface DialOut {
  readonly operation: Operation;
  readonly call: Call;
  readonly own: Party;
  readonly called: Party;
  readonly outbound: Outbound;
  /** EventDialing was sent. */
  dialingTold: boolean;
}

export function makeCall(desk: Desk, request: Request): void {
  const { agent } = request;
  const outbound = outboundTargetOf(desk, request);
  if (typeof outbound === 'string') {
    request.fail(outbound);
    return;
  }
  const { target, display, internal } = outbound;
  const call = newCall(desk, {
    type: internal ? 'Internal' : 'Outbound',
    ANI: internal ? '' : display,
    DNIS: internal ? '' : target.dn,
  });
  const own = addParty(desk, call, { dn: dnOfAgent(agent), role: 'Origination', state: 'dialing', agent });
  const called = addParty(desk, call, { dn: target.dn, role: 'Destination', state: 'offered', agent: target.agent });
  introduce(own, called);
  agent.main = own;
  if (target.agent !== null) target.agent.main = called;
  const operation = beginOperation(desk, request);
  callOwnPhone(desk, { operation, call, own, called, outbound, dialingTold: false });
}

/** Why the agent's own phone could not be called; null: its user has not taken the call. */
function ownPhoneFailure(cause: ReleaseCause): ErrorCode | null {
  switch (cause) {
    case 'unavailable':
    case 'unknown':
      return '330195';
    case 'lost':
      return '330197';
    case 'busy':
      return '330035';
    default:
      return null;
  }
}

/** First the agent's own phone: a device answers by itself, a telephone has to be answered. */
function callOwnPhone(desk: Desk, dialOut: DialOut): void {
  const { operation, own, outbound } = dialOut;
  const { agent } = operation.request;
  const phone = phoneOf(agent);
  if (phone === null) return;
  const { pstnDialOut, sipDialOut } = desk.floor.behaviour;
  const pstn = agent.session?.phoneType === 'pstn';
  const ringsFirst = (pstn ? pstnDialOut : agent.session?.phoneType === 'sip' ? sipDialOut : '') === 'ringingFirst';
  dialLeg(desk, own, {
    to: phone,
    display: operation.request.params.text('agentANI') || outbound.display,
    autoAnswer: !pstn,
    ringFor: desk.floor.dialMs,
    plan: {
      alerting: () => {
        if (ringsFirst) announceRinging(desk, dialOut);
        else if (pstn) announceDialing(desk, dialOut);
      },
      answered: () => {
        if (own.state === 'over') return;
        // A phone that answers by itself may do so without having rung.
        if (ringsFirst && own.state !== 'ringing') announceRinging(desk, dialOut);
        if (pstn && pstnDialOut === 'establishedTwice') {
          own.state = 'talking';
          own.establishedAt = desk.agenda.now();
          tellParty(desk, own, 'EventEstablished');
        } else own.state = 'dialing';
        callOtherSide(desk, dialOut);
      },
      failed: (cause) => {
        // The end of the call has ended the operation, too; nothing else will be heard of it.
        // An agent who was signed out meanwhile is deliberately not told of the end.
        if (own.announced || agent.session === null) return;
        const code = ownPhoneFailure(cause);
        if (code === null) tellParty(desk, own, 'EventReleased');
        else operation.request.fail(code);
      },
    },
  });
}

/** The own phone rings. */
function announceRinging(desk: Desk, { operation, own }: DialOut): void {
  own.state = 'ringing';
  tellParty(desk, own, 'EventRinging');
  finishOperation(operation);
}

/** EventDialing, once. */
function announceDialing(desk: Desk, dialOut: DialOut): void {
  finishOperation(dialOut.operation);
  if (dialOut.dialingTold || dialOut.own.state === 'over') return;
  dialOut.dialingTold = true;
  tellParty(desk, dialOut.own, 'EventDialing');
}

function callOtherSide(desk: Desk, dialOut: DialOut): void {
  const { own, called, call, outbound } = dialOut;
  // The end of the own phone's call may be on its way already.
  if (own.leg === null || own.leg.releasing) return;
  dialLeg(desk, called, {
    to: outbound.target.address,
    display: outbound.display,
    ringFor: desk.floor.dialMs,
    plan: {
      dialing: () => {
        announceDialing(desk, dialOut);
      },
      alerting: () => {
        ring(desk, called);
      },
      answered: () => {
        if (own.leg === null || called.leg === null) return;
        desk.exchange.connect(call.conversation, [own.leg.id, called.leg.id], (error) => {
          if (error !== undefined) return;
          const second = own.state === 'talking';
          establish(desk, call);
          if (second) tellParty(desk, own, 'EventEstablished');
        });
      },
      failed: (cause) => {
        if (cause !== 'busy' || desk.floor.behaviour.destinationBusy === 'releasedOnly') return;
        if (own.state !== 'over') tellParty(desk, own, 'EventDestinationBusy');
      },
    },
  });
}
