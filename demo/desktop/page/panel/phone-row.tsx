import type { ReactNode } from 'react';
import { useDesk } from '../desk.js';
import type { PhoneAction } from '../doors/door.js';
import { useNotices } from '../parts/notices.js';
import { nameOf } from '../parts/people.js';
import { useText } from '../texts/language.js';
import { usePhone } from './use-phone.js';

/** The keys of a phone, by what it does. */
const KEYS: Readonly<Record<string, readonly PhoneAction[]>> = {
  idle: [],
  dialing: ['hangup'],
  ringing: ['answer', 'reject'],
  talking: ['hangup'],
  held: ['hangup'],
};

interface PhoneRowProps {
  readonly dn: string;
  readonly name: string;
  /** Numbers to call, with what to write on the button. */
  readonly calls?: readonly { readonly target: string; readonly text: string }[];
  /** It stands on an agent's desk. */
  readonly isOnDesk?: boolean;
}

/** Somebody with a phone. */
export function PhoneRow({ dn, name, calls = [], isOnDesk = false }: PhoneRowProps): ReactNode {
  const { door } = useDesk();
  const text = useText();
  const { fail } = useNotices();
  const sight = usePhone(dn);
  const { deskKeys } = door.telephones;
  const state = sight?.state ?? 'idle';
  const peers = (sight?.peers ?? []).map((peer) => nameOf(door.setup, peer) ?? peer);
  return (
    <li className="phone" data-dn={dn} data-state={state}>
      <p>
        <b>{name}</b> <span className="quiet">{dn}</span>{' '}
        <span className="state">
          {text.phoneStates[state]}
          {peers.length > 0 && ` · ${peers.join(', ')}`}
        </span>
      </p>
      <div className="row">
        {(KEYS[state] ?? []).map((action) => (
          <button
            key={action}
            type="button"
            className={`button small ${action === 'answer' ? 'go' : 'stop'}`}
            onClick={() => void door.telephones.act(dn, action).catch(fail)}
          >
            {text[action]}
          </button>
        ))}
        {isOnDesk &&
          (state === 'talking' || state === 'held') &&
          deskKeys.map((key) => (
            <button key={key} type="button" className="button small" onClick={() => void door.telephones.press(dn, key).catch(fail)}>
              {text.deskKeys[key]}
            </button>
          ))}
        {state === 'idle' &&
          calls.map(({ target, text: label }) => (
            <button key={target} type="button" className="button small" onClick={() => void door.telephones.dial(dn, target).catch(fail)}>
              {label}
            </button>
          ))}
      </div>
    </li>
  );
}
