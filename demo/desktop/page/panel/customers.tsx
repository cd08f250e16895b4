import { useState, type ReactNode } from 'react';
import { useDesk } from '../desk.js';
import { useNotices } from '../parts/notices.js';
import { useText } from '../texts/language.js';
import { PhoneRow } from './phone-row.js';

const KINDS = ['predictive', 'preview', 'callback'] as const;

/** The customers, who call the queue or this agent, and the dialer, which calls them for this agent. */
export function Customers(): ReactNode {
  const { door, agentID } = useDesk();
  const text = useText();
  const { fail } = useNotices();
  const { customers, queues, agents } = door.setup;
  const own = agents.find((one) => one.agentID === agentID);
  const calls = [
    ...queues.map(({ name, number }) => ({ target: number, text: text.dialsQueue(name) })),
    { target: agentID, text: text.dialsAgent(own?.name ?? agentID) },
  ];
  const [number, setNumber] = useState(customers[0]?.number ?? '');
  return (
    <section aria-label={text.customers}>
      <h2>{text.customers}</h2>
      <ul className="list">
        {customers.map(({ number: dn, name, isBusy }) => (
          <PhoneRow key={dn} dn={dn} name={name} calls={isBusy ? [] : calls} />
        ))}
      </ul>
      <h2>{text.dialer}</h2>
      <div className="row">
        <select aria-label={text.customer} value={number} onChange={(event) => setNumber(event.target.value)}>
          {customers.map(({ number: dn, name }) => (
            <option key={dn} value={dn}>
              {name}
            </option>
          ))}
        </select>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button small"
            onClick={() => void door.control.dialFor(agentID, number, { kind }).catch(fail)}
          >
            {text.dialerKinds[kind]}
          </button>
        ))}
      </div>
    </section>
  );
}
