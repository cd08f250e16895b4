import type { CallCentre } from './call-centre.js';
import { agentByNumber, type Desk } from './desk/context.js';
import { createDesk, tidyUp } from './desk/create-desk.js';
import { switchReports } from './desk/switch-events.js';
import { truthOf } from './desk/truth-of.js';
import type { Agent } from './desk/agent.js';
import { dialFor } from './desk/calls/dialer.js';
import { intervene, type Intervention } from './desk/calls/interventions.js';
import { createRealClock, type Exchange } from '../exchange/index.js';
import { CustomerHandle, DeviceHandle } from './exchange/handles.js';
import { watchOutside } from './exchange/outside.js';
import type { PhoneActions } from './exchange/phone-actions.js';
import { PhoneBook } from './exchange/phone-book.js';
import { SimulatedExchange } from './exchange/simulated-exchange.js';
import { addRules, createFaults } from './network/create-faults.js';
import { createSdk } from './network/create-sdk.js';
import { FaultBook } from './network/fault-book.js';
import { startLatencyReports } from './network/latency-reports.js';
import { Network } from './network/network.js';
import { Observers } from './network/observers.js';
import type { Page } from './network/page.js';
import type { SimulatedSdk } from './network/sdk.js';
import { WebPhones } from './network/web-phones.js';
import type { CallCentreOptions } from './options/centre-options.js';
import { checkCentreOptions } from './options/check.js';
import { resolveFloor, type Floor } from './options/resolve.js';
import { PreparedService } from './prepared/prepared-service.js';
import { Agenda } from './time/agenda.js';
import { createRandom } from './time/random.js';

/** The phones of a floor: extensions, customers, agents' own phones. */
function phonesOf(floor: Floor): PhoneBook {
  const handsets = floor.agents.flatMap(({ mobile }) => (mobile === undefined ? [] : [[mobile, floor.handset] as const]));
  const customers = floor.customers.flatMap(({ number, answer }) => (answer === undefined ? [] : [[number, answer] as const]));
  return new PhoneBook({
    extensions: floor.extensions,
    scripts: new Map([...handsets, ...customers]),
    otherwise: floor.answers,
  });
}

/** Operations that the desk waits for the switch to do. */
function operationsOf({ agents, exchange }: Desk): number {
  return agents.filter(({ operation }) => operation !== null).length + exchange.pending();
}

/**
 * Makes a call centre in memory.
 *
 * @throws TypeError if an option is wrong; it says which, and what is allowed
 *
 * @example
 * const centre = createCallCentre({ agents: [{ agentID: '1001', ext: '1000' }], seed: 7 });
 * window.SobotClient = centre.SobotClient;
 */
export function createCallCentre(options: CallCentreOptions): CallCentre {
  const { clock = createRealClock(), exchange: givenExchange, seed = 1 } = checkCentreOptions(options);
  const random = createRandom(seed);
  const floor = resolveFloor(options, random);
  const observers = new Observers();
  const agenda = new Agenda(
    clock,
    () => {
      afterEverything();
      observers.throwProblems();
    },
    options.onError ??
      ((error) => {
        throw error;
      }),
  );
  const phones = phonesOf(floor);
  const simulated =
    givenExchange === undefined
      ? new SimulatedExchange({ agenda, random: random.fork('exchange'), latency: floor.exchangeLatency, phones })
      : null;
  const exchange = simulated ?? watchOutside(givenExchange as Exchange, () => afterEverything());
  const desk = createDesk({ floor, agenda, exchange, random });
  const webPhones = simulated === null ? null : new WebPhones(desk, simulated.users, phones);
  const book = new FaultBook(random.fork('faults'));
  addRules(book, options.faults ?? []);
  const network = new Network({
    desk,
    random: random.fork('network'),
    faults: book,
    prepared: options.day === undefined ? null : new PreparedService(agenda, options.day),
    observe: (event) => {
      observers.tell(event);
    },
    runSafely: (run) => {
      observers.runSafely(run);
    },
  });
  const afterEverything = (): void => {
    tidyUp(desk);
    webPhones?.update();
  };
  const unsubscribe = exchange.subscribe((event) => {
    observers.tell({ type: 'exchange', at: agenda.now(), event });
    switchReports(desk, event);
  });
  startLatencyReports(desk, random.fork('latency'));

  const pages = new WeakMap<SimulatedSdk, Page>();
  let disposed = false;

  const connect = (): SimulatedSdk => {
    if (disposed) throw new Error('This call centre was disposed: make a new one.');
    const page = network.links.open();
    const sdk = createSdk(page, (command, params) => {
      if (!disposed) network.command(page, command, params);
    });
    pages.set(sdk, page);
    return sdk;
  };

  const pageOf = (sdk: SimulatedSdk): Page => {
    const page = pages.get(sdk);
    if (page === undefined) throw new Error('This SDK object was not made by this call centre.');
    return page;
  };

  const usersOfPhones = (what: string): PhoneActions => {
    if (simulated === null) throw new Error(`${what} can be moved only on the simulated exchange, not on a real switch.`);
    return simulated.users;
  };

  const agentOf = (agentID: string): Agent => {
    const agent = agentByNumber(desk, agentID);
    if (agent === null) throw new Error(`There is no agent with work number ${agentID}.`);
    return agent;
  };

  const supervise =
    (intervention: Intervention) =>
    (agentID: string, supervisorID: string): void => {
      desk.reference = ++desk.references;
      intervene(desk, intervention, agentOf(agentID), agentOf(supervisorID));
      afterEverything();
    };

  const inFlight = (): number => agenda.count('transit') + operationsOf(desk);

  return {
    connect,
    SobotClient: {
      // With `new`, an object that a function returns takes the place of the one it was to fill.
      agent: function agent() {
        return connect();
      } as unknown as new () => SimulatedSdk,
    },
    close: (sdk) => {
      network.links.close(pageOf(sdk));
      afterEverything();
    },
    customer: (number) => {
      const phone = phones.find({ kind: 'number', number });
      const name = floor.customers.find((customer) => customer.number === number)?.name ?? null;
      // Every number exists; null is for extensions.
      if (phone === null) throw new Error('There is no such phone.');
      return new CustomerHandle(usersOfPhones('Customers'), phone, number, name);
    },
    device: (ext) => {
      const phone = phones.find({ kind: 'ext', ext });
      if (phone === null) throw new Error(`There is no extension ${ext}; there are: ${floor.extensions.join(', ')}.`);
      return new DeviceHandle(usersOfPhones('Devices'), phone, ext);
    },
    bargeIn: supervise('bargeIn'),
    intercept: supervise('intercept'),
    dialFor: (target, number, dialerOptions) => {
      desk.reference = ++desk.references;
      dialFor(desk, target, number, dialerOptions);
      afterEverything();
    },
    truth: (agentID) => {
      if (options.day !== undefined) throw new Error('In a prepared day nobody holds what is true: the service says what is written down.');
      const agent = agentOf(agentID);
      return truthOf(
        desk,
        agent,
        [...network.links.pages].filter((page) => page.agent === agent),
      );
    },
    agentIDs: floor.agents.map(({ agentID }) => agentID),
    faults: createFaults({
      desk,
      book,
      network,
      pageOf,
      connect,
      tidyUp: afterEverything,
      restartSwitch: (ms) => {
        if (simulated === null) throw new Error('Only the simulated exchange can be restarted from here, not a real switch.');
        simulated.restart(ms);
      },
    }),
    observe: (observer) => observers.add(observer),
    legs: () => exchange.legs(),
    counts: () => ({
      legs: exchange.legs().length,
      calls: desk.calls.size,
      ends: network.links.pages.size,
      inFlight: inFlight(),
      timers: agenda.count('timer'),
    }),
    quiet: () => inFlight() === 0,
    nextDeadline: () => agenda.next(),
    dispose: () => {
      disposed = true;
      unsubscribe();
      for (const page of [...network.links.pages]) network.links.close(page);
      agenda.dispose();
      exchange.dispose();
      observers.clear();
    },
  };
}
