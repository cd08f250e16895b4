import { useEffect, useId, useReducer, useState, type ReactNode } from 'react';
import { AgentProvider } from '../../../../adapters/react/index.js';
import { useDesk, DeskContext } from '../desk.js';
import { DeskView } from '../desk-view.js';
import { useNotices } from '../parts/notices.js';
import type { Theme } from '../theme.js';
import { useText } from '../texts/language.js';
import type { Player } from './player.js';
import { PREPARED, type Prepared } from './prepared.js';

/** How long each thing stays before the next one comes, in ms. */
const EACH = 1_200;

interface PreparedDaysProps {
  readonly theme: Theme;
  readonly close: () => void;
}

/** Days of the field and scenes of an agent's day, which play by themselves or a step at a time, in a bar and a chart of their own. */
export function PreparedDays({ theme, close }: PreparedDaysProps): ReactNode {
  const text = useText();
  const desk = useDesk();
  const id = useId();
  const { fail } = useNotices();
  const [prepared, setPrepared] = useState<Prepared>(PREPARED[0] as Prepared);
  const [round, setRound] = useState(0);
  const [player, setPlayer] = useState<Player | null>(null);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const [isPlaying, setPlaying] = useState(false);

  useEffect(() => {
    let opened: Player | null = null;
    let isLeft = false;
    setPlayer(null);
    prepared
      .open()
      .then((made) => {
        if (isLeft) {
          made.close();
          return;
        }
        opened = made;
        setPlayer(made);
      })
      .catch(fail);
    return () => {
      isLeft = true;
      opened?.close();
    };
  }, [prepared, round, fail]);

  const step = async (): Promise<void> => {
    if (player === null || player.isOver) {
      setPlaying(false);
      return;
    }
    await player.step();
    redraw();
  };
  useEffect(() => {
    if (!isPlaying) return;
    const timer = window.setInterval(() => void step(), EACH);
    return () => window.clearInterval(timer);
  });

  const { lines, played } = player ?? { lines: [], played: 0 };
  const list = (
    <section className="panel days" aria-label={text.days}>
      <h2>{text.days}</h2>
      <p className="quiet">{text.daysHint}</p>
      <div className="field">
        <label htmlFor={id}>{text.day}</label>
        <select
          id={id}
          value={prepared.key}
          onChange={({ target }) => {
            setPlaying(false);
            setPrepared(PREPARED.find(({ key }) => key === target.value) ?? prepared);
          }}
        >
          {(['day', 'scene'] as const).map((kind) => (
            <optgroup key={kind} label={text.prepared[kind]}>
              {PREPARED.filter((one) => one.kind === kind).map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </optgroup>
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
        {lines.map(({ time, who, text: words }, index) => (
          <li key={index} data-who={who} data-played={index < played} aria-current={index === played - 1 ? 'step' : undefined}>
            <span className="time">{time}</span> {words}
          </li>
        ))}
      </ol>
      {player === null && <p role="status">{text.dayComes}</p>}
      {player?.isOver === true && <p>{text.dayIsOver}</p>}
    </section>
  );
  if (player === null) return <main className="desk">{list}</main>;
  const own = { ...desk, agentID: '1001', clock: player.clock, history: player.history };
  return (
    <AgentProvider key={player.history.number} agent={player.agent}>
      <DeskContext value={own}>
        <DeskView theme={theme} beside={list} />
      </DeskContext>
    </AgentProvider>
  );
}
