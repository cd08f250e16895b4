import { useId, useState, type ReactNode } from 'react';
import { useDesk } from '../desk.js';
import { CommandButton } from '../parts/command-button.js';
import { targetOf } from '../parts/people.js';
import { useText } from '../texts/language.js';
import { useLook } from './look.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
/** By how much after-call work is extended, in s. */
const MORE = 30;

function Pad({ label, press }: { readonly label: string; readonly press: (key: string) => void }): ReactNode {
  return (
    <div className="pad" role="group" aria-label={label}>
      {KEYS.map((key) => (
        <button key={key} type="button" className="key" onClick={() => press(key)}>
          {key}
        </button>
      ))}
    </div>
  );
}

/** Everybody who may be called, for the fields' lists. */
function People({ id }: { readonly id: string }): ReactNode {
  const { door, agentID } = useDesk();
  const { agents, customers, queues } = door.setup;
  return (
    <datalist id={id}>
      {customers.map(({ number, name }) => (
        <option key={number} value={number} label={name} />
      ))}
      {agents
        .filter((one) => one.agentID !== agentID)
        .map(({ agentID: number, name }) => (
          <option key={number} value={number} label={name} />
        ))}
      {queues.map(({ number, name }) => (
        <option key={number} value={number} label={name} />
      ))}
    </datalist>
  );
}

/** Calls out: a number, typed or pressed. */
export function Dialer(): ReactNode {
  const { run } = useLook();
  const text = useText();
  const id = useId();
  const [number, setNumber] = useState('');
  return (
    <section className="dialer" aria-label={text.pad}>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          run('makeCall', { otherDN: number.trim() });
        }}
      >
        <label htmlFor={`${id}-number`}>{text.number}</label>
        <input
          id={`${id}-number`}
          type="tel"
          list={`${id}-people`}
          value={number}
          placeholder={text.numberHint}
          autoComplete="off"
          onChange={(event) => setNumber(event.target.value)}
        />
        <button type="button" className="key" aria-label={text.erase} onClick={() => setNumber(number.slice(0, -1))}>
          ⌫
        </button>
        <CommandButton name="makeCall" icon="call" kind="go" parameters={{ otherDN: number.trim() }} />
      </form>
      <People id={`${id}-people`} />
      <details>
        <summary>{text.pad}</summary>
        <Pad label={text.pad} press={(key) => setNumber(number + key)} />
      </details>
    </section>
  );
}

/** The commands for the call. */
export function CallOrders(): ReactNode {
  const { run } = useLook();
  const text = useText();
  return (
    <section className="orders" aria-label={text.call}>
      <div className="grid three">
        <CommandButton name="answer" icon="call" kind="go" />
        <CommandButton name="rejectCall" icon="hangup" kind="stop" />
        <CommandButton name="hangup" icon="hangup" kind="stop" />
      </div>
      <div className="grid">
        <CommandButton name="holdCall" icon="hold" />
        <CommandButton name="retrieveCall" icon="retrieve" />
        <CommandButton name="muteCall" icon="mute" />
        <CommandButton name="unmute" icon="unmute" />
      </div>
      <details>
        <summary>{text.keypad}</summary>
        <Pad label={text.keypad} press={(key) => run('sendDtmf', { dtmfDigits: key })} />
      </details>
    </section>
  );
}

/** Asking a third party, and handing over. */
export function TransferOrders(): ReactNode {
  const { door } = useDesk();
  const text = useText();
  const id = useId();
  const [written, setWritten] = useState('');
  const target = targetOf(door.setup, written);
  return (
    <section className="orders" aria-label={text.transferTo}>
      <div className="field">
        <label htmlFor={`${id}-target`}>{text.transferTo}</label>
        <input
          id={`${id}-target`}
          list={`${id}-people`}
          value={written}
          placeholder={text.numberHint}
          autoComplete="off"
          onChange={(event) => setWritten(event.target.value)}
        />
        <People id={`${id}-people`} />
      </div>
      <div className="grid">
        <CommandButton name="initiateConsult" icon="consult" parameters={target} />
        <CommandButton name="singleTransfer" icon="transfer" parameters={target} />
        <CommandButton name="retrieveConsult" icon="back" />
        <CommandButton name="cancelConsult" icon="hangup" />
        <CommandButton name="consultTransfer" icon="transfer" />
        <CommandButton name="consultConference" icon="conference" />
      </div>
    </section>
  );
}

/** The work after a call. */
export function AcwOrders(): ReactNode {
  const text = useText();
  return (
    <section className="orders" aria-label={text.acw}>
      <div className="grid">
        <CommandButton name="completeACW" icon="done" kind="go" />
        <CommandButton name="delayACW" icon="more" parameters={{ delayTime: MORE }} />
        <CommandButton name="completeACWToBusy" />
      </div>
    </section>
  );
}
