import { useEffect, useRef, useState, type ReactNode } from 'react';
import { mountInspector } from '../../../../adapters/inspector/index.js';
import { useAgent } from '../../../../adapters/react/index.js';
import type { PastMoment } from '../bar/look.js';
import type { Theme } from '../theme.js';
import { useDesk } from '../desk.js';
import { useText } from '../texts/language.js';

interface LiveChartProps {
  readonly theme: Theme;
  /** Another moment is looked at; null: the present. */
  readonly onLook: (past: PastMoment | null) => void;
}

/** The statechart with its history. */
export function LiveChart({ theme, onLook }: LiveChartProps): ReactNode {
  const agent = useAgent();
  const { history } = useDesk();
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const [isShown, setShown] = useState(true);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const inspector = mountInspector(element, agent, {
      recorder: history.recorder,
      theme,
      onClose: () => setShown(false),
      onLook: ({ step, at, isLive, moment }) =>
        onLook(isLive ? null : { step, at, state: history.at(step) ?? moment.state, whyNot: (command) => moment.whyNot(command) }),
    });
    return () => {
      onLook(null);
      inspector.close();
    };
  }, [agent, history, theme, onLook, isShown]);
  return (
    <section className="chart" aria-label={text.chart}>
      {isShown ? (
        <div className="chart-place" ref={place} />
      ) : (
        <button type="button" className="plain" onClick={() => setShown(true)}>
          {text.chartShow}
        </button>
      )}
    </section>
  );
}
