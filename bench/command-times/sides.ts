import { createCallCentre, type FloorOptions } from '../../adapters/simulator/index.js';
import { CUSTOMER, FLOOR } from '../../test/asterisk/stage/floor.js';
import { openRealSwitch } from '../../test/asterisk/stage/real-switch.js';
import { ANSWERING, type Side } from './rounds.js';

/** Without the time that messages travel between page and service: that is the network's, not the switch's. */
const OPTIONS: FloorOptions = {
  ...FLOOR,
  customers: [{ number: ANSWERING, answer: 0 }],
  dialSeconds: 30,
  ringSeconds: 30,
  latency: [0, 0],
};

/** The simulated exchange with its defaults, in real time. */
export function openSimulatedSide(): Side {
  const centre = createCallCentre(OPTIONS);
  return {
    centre,
    customer: centre.customer(CUSTOMER),
    close: () => {
      centre.dispose();
      return Promise.resolve();
    },
  };
}

/** Asterisk, and SIP phones with real audio. @throws PbxUnavailable if this machine cannot have it */
export async function openRealSide(scripts: string): Promise<Side> {
  const pbx = await openRealSwitch({ scripts });
  const exchange = await pbx.connect();
  const centre = createCallCentre({ ...OPTIONS, exchange });
  const customer = pbx.phones.find(({ dn }) => dn === CUSTOMER);
  if (customer === undefined) throw new Error('The customer has no phone.');
  return {
    centre,
    customer: {
      dial: (to) => customer.dial(to),
      answer: () => customer.act('answer'),
      hangup: () => customer.act('hangup'),
    },
    close: async () => {
      centre.dispose();
      await exchange.close();
      await pbx.stop();
    },
  };
}
