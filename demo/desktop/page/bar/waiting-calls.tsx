import type { ReactNode } from 'react';
import { connect } from '../../../../adapters/connect/index.js';
import { useDesk } from '../desk.js';
import { inMinutes } from '../parts/duration.js';
import { nameOf } from '../parts/people.js';
import { useNow } from '../parts/use-now.js';
import { useText, useWords } from '../texts/language.js';
import { useLook } from './look.js';

/** Calls beside the one that the bar is about. */
export function WaitingCalls(): ReactNode {
  const { state, past } = useLook();
  const { clock, door } = useDesk();
  const { bar: texts } = useWords();
  const text = useText();
  const present = useNow(clock.now);
  if (state.waiting.length === 0) return null;
  const { waiting } = connect(state, { now: past?.at ?? present, texts });
  return (
    <section className="waiting" aria-label={text.waiting}>
      <h2>{text.waiting}</h2>
      <ul>
        {waiting.map(({ key, label, elapsed, call }) => (
          <li key={key}>
            <b>{nameOf(door.setup, call.otherDN) ?? text.unknownCaller}</b> <span>{call.otherDN}</span>
            <span className="quiet">{label}</span>
            {elapsed !== null && <span className="time">{inMinutes(elapsed)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
