import type { FaultKind } from '../network/fault-rule.js';
import type { TimedFaultOptions } from '../network/faults.js';
import type { ConnectOptions } from './client/connect-options.js';
import { FloorRequests } from './client/floor-requests.js';
import type { RemoteCustomer, RemoteDevice, RemoteFault, RemoteFaults, RemoteFloor } from './client/remote-floor.js';
import type { FloorOperation, FloorParams, PhoneAction, PhoneName } from './protocol/floor-operations.js';

/** Asks for something that gives nothing back. */
type Order = <Name extends FloorOperation>(name: Name, params: FloorParams<Name>) => Promise<void>;

function customerOf(requests: FloorRequests, order: Order, customer: string): RemoteCustomer {
  const phone: PhoneName = { customer };
  const act = (action: PhoneAction) => () => order('act', { phone, action });
  return {
    dial: (target, options = {}) => order('dial', { customer, target, ...options }),
    view: () => requests.ask('view', { phone }),
    script: (answer) => order('script', { phone, answer }),
    answer: act('answer'),
    reject: act('reject'),
    hangup: act('hangup'),
    press: (keys) => order('press', { phone, keys }),
  };
}

function deviceOf(requests: FloorRequests, order: Order, ext: string): RemoteDevice {
  const phone: PhoneName = { ext };
  const act = (action: PhoneAction) => () => order('act', { phone, action });
  return {
    view: () => requests.ask('view', { phone }),
    script: (answer) => order('script', { phone, answer }),
    answer: act('answer'),
    reject: act('reject'),
    hangup: act('hangup'),
    press: (keys) => order('press', { phone, keys }),
    register: act('register'),
    unregister: act('unregister'),
    hold: act('hold'),
    retrieve: act('retrieve'),
    swap: act('swap'),
  };
}

function faultsOf(requests: FloorRequests, order: Order): RemoteFaults {
  const faultOf = (fault: number): RemoteFault => ({
    struck: () => requests.ask('faultStruck', { fault }),
    remove: () => order('removeFault', { fault }),
  });
  const onMessages =
    (fault: FaultKind) =>
    async (event: string, options: TimedFaultOptions = {}): Promise<RemoteFault> =>
      faultOf(await requests.ask('addFault', { fault: { fault, event, ...options } }));
  return {
    drop: onMessages('drop'),
    delay: onMessages('delay'),
    duplicate: onMessages('duplicate'),
    reorder: onMessages('reorder'),
    loseCallbacks: async (command, options) => faultOf(await requests.ask('loseCallbacks', { command, ...options })),
    failNext: async (command, errorCode, options) => faultOf(await requests.ask('failNext', { command, errorCode, ...options })),
    latency: (range, options) => order('setLatency', { range, ...options }),
    disconnect: (agentID, options) => order('disconnect', { agentID, ...options }),
    interrupt: (agentID, options) => order('interrupt', { agentID, ...options }),
    reconnect: (agentID) => order('reconnect', { agentID }),
    restartSwitch: (options = {}) => order('restartSwitch', options),
    secondEnd: (agentID) => order('secondEnd', { agentID }),
    rivalLogin: async (agentID, options) => faultOf(await requests.ask('rivalLogin', { agentID, ...options })),
    clear: () => order('clearFaults', {}),
  };
}

/**
 * Remote control of a served floor, for tests and demonstrations: moves customers and phones, sets up
 * faults, reads the truth. The server must allow it: `--allow-control`, or the option `allowControl`.
 * Everything is answered; before the first connection, requests wait for it, without a connection
 * they reject with a FloorError.
 *
 * @throws TypeError if there is no WebSocket; SyntaxError if `url` is no WebSocket address
 * @example
 * const floor = connectToFloor('ws://127.0.0.1:8787');
 * await floor.customer('13512345678').dial('1001');
 * (await floor.truth('1001')).work; // 'ringing'
 */
export function connectToFloor(url: string | URL, options: ConnectOptions = {}): RemoteFloor {
  const requests = new FloorRequests(url, options);
  const order: Order = async (name, params) => {
    await requests.ask(name, params);
  };
  return {
    agentIDs: () => requests.ask('agentIDs', {}),
    customer: (number) => customerOf(requests, order, number),
    device: (ext) => deviceOf(requests, order, ext),
    dialFor: (target, number, kindAndData = {}) => order('dialFor', { target, number, ...kindAndData }),
    truth: (agentID) => requests.ask('truth', { agentID }),
    counts: () => requests.ask('counts', {}),
    faults: faultsOf(requests, order),
    observe: (observer) => requests.observe(observer),
    get connection() {
      return requests.link.state;
    },
    onConnection: (observer) => requests.link.observe(observer),
    close: () => requests.link.close(),
  };
}
