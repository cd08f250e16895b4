import type { ReactNode } from 'react';
import { connect } from '../../../../adapters/connect/index.js';
import { useDesk } from '../desk.js';
import { inMinutes } from '../parts/duration.js';
import { useNow } from '../parts/use-now.js';
import { useText } from '../texts/language.js';
import { useLook } from './look.js';

/** Running times. They stand outside of live regions, so that none is read out every second. */
export function Timers(): ReactNode {
  const { state, past } = useLook();
  const { clock } = useDesk();
  const text = useText();
  const present = useNow(clock.now);
  const { timers } = connect(state, { now: past?.at ?? present });
  const shown = [
    ['state', text.timerState, timers.state],
    ['call', text.timerCall, timers.call],
    ['hold', text.timerHold, timers.hold],
    ['acw', text.timerAcw, timers.acw],
    ['acw-left', `${text.timerAcw}, ${text.timerAcwLeft}`, timers.acwRemaining],
  ] as const;
  return (
    <dl className="timers">
      {shown.map(
        ([name, label, ms]) =>
          ms !== null && (
            <div key={name} data-timer={name}>
              <dt>{label}</dt>
              <dd>{inMinutes(ms)}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
