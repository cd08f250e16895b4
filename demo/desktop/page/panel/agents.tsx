import { useState, type ReactNode } from 'react';
import { addressOf } from '../address.js';
import { useDesk } from '../desk.js';
import { useText, useWords } from '../texts/language.js';
import { PhoneRow } from './phone-row.js';

/** The agents of the floor; each has a page of its own, in a tab or in a frame beside this one. */
export function Agents(): ReactNode {
  const { door, agentID } = useDesk();
  const { language } = useWords();
  const text = useText();
  const [frame, setFrame] = useState<string | null>(null);
  return (
    <section aria-label={text.agents}>
      <h2>{text.agents}</h2>
      <ul className="list">
        {door.setup.agents.map(({ agentID: id, name, ext, isSupervisor }) => (
          <li key={id} data-agent={id}>
            <p>
              <b>{name}</b>{' '}
              <span className="quiet">
                {id} · {ext}
                {isSupervisor && ` · ${text.supervisor}`}
              </span>
            </p>
            {id === agentID ? (
              <span className="quiet">{text.you}</span>
            ) : (
              <div className="row">
                {!import.meta.env.VITE_STATIC && (
                  <a className="button small" href={addressOf(id, language)} target={`agent-${id}`}>
                    {text.openTab}
                  </a>
                )}
                <button
                  type="button"
                  className="button small"
                  aria-pressed={frame === id}
                  onClick={() => setFrame(frame === id ? null : id)}
                >
                  {frame === id ? text.closeFrame : text.openFrame}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {frame !== null && (
        <iframe
          className="beside"
          title={`${text.phoneBar} ${frame}`}
          src={addressOf(frame, language, true)}
          allow="microphone; autoplay"
        />
      )}
      <ul className="list">
        {door.setup.agents
          .filter(({ phoneType }) => phoneType === 'sip')
          .map(({ ext, name }) => (
            <PhoneRow key={ext} dn={ext} name={`${text.deskPhone}: ${name}`} isOnDesk />
          ))}
      </ul>
    </section>
  );
}
