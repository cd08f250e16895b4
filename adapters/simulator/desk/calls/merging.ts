import type { Operation } from '../agent.js';
import type { Desk } from '../context.js';
import type { ErrorCode } from '../errors.js';
import { tellParty } from '../messages.js';
import type { Request } from '../request.js';
import { moveParty } from './call.js';
import { endParty, releaseLeg } from './ending.js';
import { consultOf, isChangedByOther, isHeldByOther, type Consult } from './guards.js';
import { beginOperation, failOperation, finishOperation } from './operation.js';

/** The consult whose parties are to be brought together, or null after the refusal. */
function mergeable(request: Request): Consult | null {
  const consult = consultOf(request.agent);
  if (typeof consult === 'string') {
    request.fail(consult);
    return null;
  }
  if (isChangedByOther(consult.main) || isChangedByOther(consult.consult)) {
    request.fail('330007');
    return null;
  }
  if (consult.third.held || isHeldByOther(consult.main)) {
    request.fail('330217');
    return null;
  }
  return consult;
}

/** Why they cannot be brought together, or null: everybody must still be there, and listen. */
function apart({ main, consult, third }: Consult): ErrorCode | null {
  const customer = main.other;
  const present = [main, consult, third, customer].every(
    (party) => party?.state === 'talking' && party.leg !== null && !party.leg.releasing,
  );
  if (!present) return '330303';
  return third.held || customer?.held === true ? '330217' : null;
}

/** They were not brought together after all: those left in the consult are there again, as before. */
function goBack(desk: Desk, operation: Operation, consult: Consult): void {
  const { main, consult: own, third } = consult;
  const { exchange } = desk;
  failOperation(operation, apart(consult) ?? '330303');
  if (![own, third].every(({ state, leg }) => state === 'talking' && !leg.releasing)) return;
  if (own.held) {
    exchange.connect(own.call.conversation, [third.leg.id], () => undefined);
    return;
  }
  if (main.state === 'talking' && !main.held) exchange.hold(main.call.conversation, main.leg.id, () => undefined);
  exchange.connect(own.call.conversation, [own.leg.id, third.leg.id], () => undefined);
}

/** The third party is in the customer's call from now on, and its consult is over. */
function bringIn(desk: Desk, { main, consult, third }: Consult): void {
  const { call } = consult;
  call.onOver = null;
  moveParty(third, main.call);
  third.other = main.other;
  third.third = null;
  // Only the agent's own party is left in it, and ends now.
  desk.calls.delete(call);
}

export function consultTransfer(desk: Desk, request: Request): void {
  const consult = mergeable(request);
  if (consult === null) return;
  const { main, third } = consult;
  const operation = beginOperation(desk, request);
  desk.exchange.connect(main.call.conversation, [third.leg.id], (error) => {
    if (error !== undefined || apart(consult) !== null) {
      goBack(desk, operation, consult);
      return;
    }
    bringIn(desk, consult);
    const by = { dn: main.dn, role: 'TransferBy' } as const;
    tellParty(desk, third, 'EventPartyChanged', { third: by });
    if (main.other !== null) {
      main.other.other = third;
      tellParty(desk, main.other, 'EventPartyChanged', { third: by });
    }
    main.leg.farewell = () => {
      takeLeave(desk, consult);
    };
    releaseLeg(desk, main.leg, 'normal');
  });
}

/** The agent who has transferred is out: announces the end of his parties as asked for. */
function takeLeave(desk: Desk, { main, consult, third }: Consult): void {
  const order = desk.floor.behaviour.consultTransferReleases;
  const to = { dn: third.dn, role: 'TransferTo' } as const;
  main.handedOver = true;
  consult.handedOver = true;
  main.third = to;
  consult.third = to;
  if (order === 'mainOnly') consult.announced = false;
  // The order of the messages only: the agent is free when both are over.
  if (order === 'consultFirst') {
    endParty(desk, consult, 'normal');
    endParty(desk, main, 'normal');
    return;
  }
  endParty(desk, main, 'normal');
  endParty(desk, consult, 'normal');
}

export function consultConference(desk: Desk, request: Request): void {
  const consult = mergeable(request);
  if (consult === null) return;
  const { main, third } = consult;
  const { conversation } = main.call;
  const operation = beginOperation(desk, request);
  let retrieved = false;
  operation.onRetrieved = () => {
    retrieved = true;
  };
  const giveUp = (): void => {
    if (retrieved && main.state === 'talking') tellParty(desk, main, 'EventAgentRetrieveCall');
    goBack(desk, operation, consult);
  };
  desk.exchange.connect(conversation, [third.leg.id], (notConnected) => {
    if (notConnected !== undefined || apart(consult) !== null) {
      giveUp();
      return;
    }
    if (!main.held) {
      formConference(desk, operation, consult, false);
      return;
    }
    desk.exchange.retrieve(conversation, main.leg.id, (notRetrieved) => {
      // The phone itself may have been faster.
      const isBack = notRetrieved === undefined || notRetrieved.cause === 'wrongState';
      if (!isBack || apart(consult) !== null) giveUp();
      else formConference(desk, operation, consult, true);
    });
  });
}

/** @param wasHeld the customer was; after a swap he is with the agent already */
function formConference(desk: Desk, operation: Operation, consult: Consult, wasHeld: boolean): void {
  const { main, third } = consult;
  const retrievedFirst = desk.floor.behaviour.conferenceOrder === 'retrievedFirst';
  bringIn(desk, consult);
  main.held = false;
  if (wasHeld && retrievedFirst) tellParty(desk, main, 'EventAgentRetrieveCall');
  endParty(desk, consult.consult, 'normal');
  if (wasHeld && !retrievedFirst) tellParty(desk, main, 'EventAgentRetrieveCall');
  const added = { dn: third.dn, role: 'NewParty' } as const;
  tellParty(desk, main, 'EventPartyAdded', { third: added });
  if (main.other !== null) tellParty(desk, main.other, 'EventPartyAdded', { third: added });
  tellParty(desk, third, 'EventPartyChanged', { third: { dn: main.dn, role: 'ConferenceBy' } });
  finishOperation(operation);
}
