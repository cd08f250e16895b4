import type { ReactNode } from 'react';
import { useDesk } from '../desk.js';
import { nameOf } from '../parts/people.js';
import { useText } from '../texts/language.js';
import { useLook } from './look.js';

/** Business data as rows, whether it came as an object, as JSON or as anything else. */
function rowsOf(attached: unknown): readonly (readonly [string, string])[] {
  const value = typeof attached === 'string' ? parsed(attached) : attached;
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object') return [['', JSON.stringify(value)]];
  return Object.entries(value).map(([key, one]) => [key, typeof one === 'string' ? one : JSON.stringify(one)]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The people on the line: the customer, and whoever is asked. */
export function CustomerCard(): ReactNode {
  const { state, bar } = useLook();
  const { door } = useDesk();
  const text = useText();
  const { call, consult, onHold } = state;
  const rows = rowsOf(call?.attachedData);
  return (
    <section className="card" data-work={state.work} aria-label={text.customer}>
      <p className="announcement" role="status">
        {bar.announcement}
      </p>
      {call === null ? (
        <p className="nobody">{text.nobody}</p>
      ) : (
        <div className="party" data-on-hold={onHold === 'customer' || onHold === 'conference'}>
          <span className="avatar" aria-hidden="true">
            {(nameOf(door.setup, call.otherDN) ?? '?').slice(0, 1)}
          </span>
          <div>
            <p className="name">{nameOf(door.setup, call.otherDN) ?? text.unknownCaller}</p>
            <p className="dn">{[call.otherDN, call.callType].filter(Boolean).join(' · ')}</p>
          </div>
        </div>
      )}
      {consult !== null && (
        <div className="party third" data-on-hold={onHold === 'thirdParty'}>
          <span className="avatar" aria-hidden="true">
            {(nameOf(door.setup, consult.target) ?? '?').slice(0, 1)}
          </span>
          <div>
            <p className="name">{nameOf(door.setup, consult.target) ?? text.thirdParty}</p>
            <p className="dn">{[consult.target, text.consultPhase[consult.phase]].filter(Boolean).join(' · ')}</p>
          </div>
        </div>
      )}
      {rows.length > 0 && (
        <dl className="attached" aria-label={text.attached}>
          {rows.map(([key, value]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
