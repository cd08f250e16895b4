import { useEffect, useId, useState, type ReactNode } from 'react';
import { AgentProvider } from '../../../../adapters/react/index.js';
import { DAYS, type DayName } from '../../../../test/field/days/index.js';
import { useDesk, DeskContext } from '../desk.js';
import { DeskView } from '../desk-view.js';
import { inMinutes } from '../parts/duration.js';
import type { Theme } from '../theme.js';
import { useText } from '../texts/language.js';
import { DayPlayer, isForOnePage } from './player.js';

const NAMES = (Object.keys(DAYS) as DayName[]).filter((name) => isForOnePage(DAYS[name]));
/** How long each thing stays before the next one comes, in ms. */
const EACH = 1_200;

interface PreparedDaysProps {
  readonly theme: Theme;
  readonly close: () => void;
}

/** Days of the field, which play by themselves or a step at a time, in a bar and a chart of their own. */
export function PreparedDays({ theme, close }: PreparedDaysProps): ReactNode {
  const text = useText();
  const desk = useDesk();
  const id = useId();
  const [name, setName] = useState<DayName>(NAMES[0] as DayName);
  const [round, setRound] = useState(0);
  const [player, setPlayer] = useState<DayPlayer | null>(null);
  const [played, setPlayed] = useState(0);
  const [isPlaying, setPlaying] = useState(false);

  useEffect(() => {
    const made = new DayPlayer(DAYS[name]);
    setPlayer(made);
    setPlayed(0);
    return () => made.close();
  }, [name, round]);

  const step = async (): Promise<void> => {
    if (player === null || player.isOver) {
      setPlaying(false);
      return;
    }
    await player.step();
    setPlayed(player.played);
  };
  useEffect(() => {
    if (!isPlaying) return;
    const timer = window.setInterval(() => void step(), EACH);
    return () => window.clearInterval(timer);
  });

  if (player === null) return null;
  const list = (
    <section className="panel days" aria-label={text.days}>
      <h2>{text.days}</h2>
      <p className="quiet">{text.daysHint}</p>
      <div className="field">
        <label htmlFor={id}>{text.day}</label>
        <select
          id={id}
          value={name}
          onChange={(event) => {
            setPlaying(false);
            setName(event.target.value as DayName);
          }}
        >
          {NAMES.map((one) => (
            <option key={one} value={one}>
              {DAYS[one].name}
            </option>
          ))}
        </select>
      </div>
      <div className="row">
        <button type="button" className="button go small" onClick={() => setPlaying(!isPlaying)}>
          {isPlaying ? text.pause : text.play}
        </button>
        <button type="button" className="button small" onClick={() => void step()}>
          {text.step}
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => {
            setPlaying(false);
            setRound(round + 1);
          }}
        >
          {text.again}
        </button>
        <button type="button" className="button small" onClick={close}>
          {text.backToFloor}
        </button>
      </div>
      <ol className="lines">
        {player.lines.map(({ at, who, text: words }, index) => (
          <li key={index} data-who={who} data-played={index < played} aria-current={index === played - 1 ? 'step' : undefined}>
            <span className="time">{inMinutes(Math.max(0, at))}</span> {words}
          </li>
        ))}
      </ol>
      {played === player.lines.length && <p>{text.dayIsOver}</p>}
    </section>
  );
  const own = { ...desk, agentID: '1001', clock: player.clock, history: player.history };
  return (
    <AgentProvider key={`${name} ${round}`} agent={player.agent}>
      <DeskContext value={own}>
        <DeskView theme={theme} beside={list} />
      </DeskContext>
    </AgentProvider>
  );
}
