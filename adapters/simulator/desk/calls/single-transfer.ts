import type { ReleaseCause } from '../../../exchange/index.js';
import type { Desk } from '../context.js';
import type { ErrorCode } from '../errors.js';
import { tellParty } from '../messages.js';
import type { Request } from '../request.js';
import { targetOf, type Target } from '../targets.js';
import type { Party } from './call.js';
import { releaseLeg } from './ending.js';
import { displayOfAgent, establishParty, ring } from './establish.js';
import { extensibleTalkOf, type Talk } from './guards.js';
import { addParty, dialLeg } from './new.js';

/** The error for the transferring agent when the target was not reached; null: he needs none. */
const FAILURES: Readonly<Record<ReleaseCause, ErrorCode | null>> = {
  normal: null,
  cancelled: null,
  rejected: '330300',
  noAnswer: '330300',
  busy: '330108',
  unavailable: '330109',
  unknown: '330104',
  answeredElsewhere: null,
  lost: '330109',
};

export function singleTransfer(desk: Desk, request: Request): void {
  const talk = extensibleTalkOf(request.agent);
  if (typeof talk === 'string') {
    request.fail(talk);
    return;
  }
  const target = targetOf(desk, request, 'transfer');
  if (typeof target === 'string') request.fail(target);
  else callTarget(desk, request, talk, target);
}

function callTarget(desk: Desk, request: Request, talk: Talk, target: Target): void {
  const { call } = talk;
  const { behaviour, dialMs } = desk.floor;
  const to = addParty(desk, call, { dn: target.dn, role: 'Destination', state: 'offered', agent: target.agent });
  to.other = talk.other;
  to.third = { dn: talk.dn, role: 'TransferBy' };
  if (target.agent !== null) target.agent.main = to;
  call.joining = to;
  dialLeg(desk, to, {
    to: target.address,
    display: displayOfAgent(request.agent),
    ringFor: dialMs,
    plan: {
      alerting: () => {
        ring(desk, to);
        if (behaviour.transferDone === 'ringing') handOver(desk, talk, to);
      },
      answered: () => {
        desk.exchange.connect(call.conversation, [to.leg?.id ?? ''], (error) => {
          if (error !== undefined) return;
          call.joining = null;
          call.handedOver = false;
          establishParty(desk, to);
          handOver(desk, talk, to);
        });
      },
      failed: (cause) => {
        call.joining = null;
        const code = FAILURES[cause];
        const stillTalking = talk.state === 'talking' && !talk.leg.releasing;
        if (code !== null && stillTalking && behaviour.transferFailed === 'EventError') request.fail(code);
      },
    },
  });
}

/** The call is the target's from now on: the transferring agent's own leg ends. */
function handOver(desk: Desk, talk: Talk, to: Party): void {
  const { call, other } = talk;
  // Once the target has answered, the call is his, even if the transferring agent is just hanging up.
  if (talk.state !== 'talking' || (talk.leg.releasing && to.state !== 'talking')) return;
  if (to.state === 'ringing') call.handedOver = true;
  talk.handedOver = true;
  talk.third = { dn: to.dn, role: 'TransferTo' };
  if (other !== null) {
    other.other = to;
    tellParty(desk, other, 'EventPartyChanged', { third: { dn: talk.dn, role: 'TransferBy' } });
  }
  releaseLeg(desk, talk.leg, 'normal');
}
