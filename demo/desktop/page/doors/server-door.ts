import { connectToCallCentre, connectToFloor } from '../../../../adapters/simulator/index.js';
import type { DesktopSetup } from '../../setup.js';
import type { Door, PhoneSight, Telephones } from './door.js';
import { socketAt } from './socket-address.js';

/** How often the phones of a real switch are looked at, in ms: nothing tells when they change. */
const LOOK_EVERY = 700;

async function asked(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(path, init);
  const text = await response.text();
  if (!response.ok) throw new Error(text.trim() === '' ? `${response.status} ${response.statusText}` : text.trim());
  return text === '' ? null : (JSON.parse(text) as unknown);
}

/** SIP phones, which the server of the page holds. */
function sipTelephones(): Telephones {
  const post = async (order: object): Promise<void> => {
    await asked('phones', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(order) });
  };
  return {
    view: async (dn) => {
      const phones = (await asked('phones')) as readonly (PhoneSight & { readonly dn: string })[];
      const phone = phones.find((one) => one.dn === dn);
      if (phone === undefined) throw new Error(`nobody has a phone ${dn}`);
      return phone;
    },
    dial: (dn, target) => post({ dn, action: 'dial', target }),
    act: (dn, action) => post({ dn, action }),
    deskKeys: ['hold', 'retrieve'],
    press: (dn, action) => post({ dn, action }),
    watch: (changed) => {
      const timer = window.setInterval(changed, LOOK_EVERY);
      return () => window.clearInterval(timer);
    },
  };
}

/** The call centre of the server that the page is from. */
export async function serverDoor(): Promise<Door> {
  const setup = (await asked('setup.json')) as DesktopSetup;
  const centre = socketAt('centre');
  const floor = connectToFloor(centre);
  const phoneOf = (dn: string) => (setup.customers.some(({ number }) => number === dn) ? floor.customer(dn) : floor.device(dn));
  const simulated: Telephones = {
    view: (dn) => phoneOf(dn).view(),
    dial: (dn, target) => floor.customer(dn).dial(target),
    act: (dn, action) => phoneOf(dn)[action](),
    deskKeys: ['hold', 'retrieve', 'swap'],
    press: (dn, action) => floor.device(dn)[action](),
    watch: (changed) => floor.observe(changed),
  };
  return {
    setup,
    connect: () => connectToCallCentre(centre),
    telephones: setup.exchange === 'simulated' ? simulated : sipTelephones(),
    control: floor,
  };
}
