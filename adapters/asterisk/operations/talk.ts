import type { AmiClient } from '../ami/ami-client.js';
import type { Leg } from '../switch/leg.js';
import { Refusal, type Control } from './operation.js';

function refuse(detail: string): never {
  throw new Refusal({ cause: 'failed', detail });
}

/**
 * NOTIFY with the event `talk`, in the dialog of the call: the phone picks up what rings, or takes back
 * what it holds. Most desk phones know it; ARI cannot send it.
 */
export function createTalk(ami: AmiClient | null): Control['talk'] {
  return async ({ name, address }: Leg) => {
    if (ami === null) refuse('Without AMI a phone can be answered by hand only: give its address and credentials.');
    if (address.kind === 'number' || name?.startsWith('PJSIP/') !== true)
      refuse('Only a phone that is an extension of the PBX can be told to pick up.');
    await ami.request('PJSIPNotify', { Channel: name, Variable: 'Event=talk' });
  };
}
