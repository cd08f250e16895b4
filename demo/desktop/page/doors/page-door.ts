import { createCallCentre, type CallCentre, type Fault } from '../../../../adapters/simulator/index.js';
import type { RemoteFault } from '../../../../adapters/simulator/socket/client/remote-floor.js';
import { AGENTS, CUSTOMERS } from '../../../cast.js';
import { desktopFloor, setupOfCast } from '../../setup-of-cast.js';
import type { Door, FloorControl } from './door.js';

/** A frame of the page finds the call centre of the page that it is in. */
declare global {
  interface Window {
    agentDesktop?: Door;
  }
}

/** The same as a promise, as a floor across a socket gives it: done at once; whatever is thrown becomes a rejection. */
function promised<Given extends readonly unknown[], Result>(act: (...given: Given) => Result): (...given: Given) => Promise<Result> {
  return (...given) =>
    new Promise((resolve) => {
      resolve(act(...given));
    });
}

function remote(fault: Fault): RemoteFault {
  return { struck: promised(() => fault.struck), remove: promised(() => fault.remove()) };
}

function controlOf(centre: CallCentre): FloorControl {
  const { faults } = centre;
  return {
    dialFor: promised((target, number, options) => centre.dialFor(target, number, options)),
    truth: promised((agentID) => centre.truth(agentID)),
    faults: {
      drop: promised((match, options) => remote(faults.drop(match, options))),
      delay: promised((match, options) => remote(faults.delay(match, options))),
      duplicate: promised((match, options) => remote(faults.duplicate(match, options))),
      reorder: promised((match, options) => remote(faults.reorder(match, options))),
      loseCallbacks: promised((command, options) => remote(faults.loseCallbacks(command, options))),
      failNext: promised((command, code, options) => remote(faults.failNext(command, code, options))),
      latency: promised((range, options) => faults.latency(range, options)),
      disconnect: promised((agentID, options) => faults.disconnect(agentID, options)),
      interrupt: promised((agentID, options) => faults.interrupt(agentID, options)),
      reconnect: promised((agentID) => faults.reconnect(agentID)),
      secondEnd: promised((agentID) => void faults.secondEnd(agentID)),
      rivalLogin: promised((agentID, options) => remote(faults.rivalLogin(agentID, options))),
      restartSwitch: promised((options) => faults.restartSwitch(options)),
      clear: promised(() => faults.clear()),
    },
  };
}

function ownDoor(): Door {
  const centre = createCallCentre(desktopFloor());
  const phoneOf = (dn: string) => (CUSTOMERS.some(({ number }) => number === dn) ? centre.customer(dn) : centre.device(dn));
  for (const { phoneType, ext } of AGENTS) if (phoneType === 'sip') centre.device(ext).register();
  return {
    setup: setupOfCast({ exchange: 'simulated', voice: null }),
    connect: () => centre.connect(),
    telephones: {
      view: promised((dn) => phoneOf(dn)),
      dial: promised((dn, target) => centre.customer(dn).dial(target)),
      act: promised((dn, action) => phoneOf(dn)[action]()),
      deskKeys: ['hold', 'retrieve', 'swap'],
      press: promised((dn, action) => centre.device(dn)[action]()),
      watch: (changed) => centre.observe(changed),
    },
    control: controlOf(centre),
  };
}

/** A call centre in the page itself: that of the page around it, if it is a frame. */
export function pageDoor(isFrame: boolean): Door {
  const around = isFrame ? window.parent.agentDesktop : undefined;
  return (window.agentDesktop = around ?? ownDoor());
}
