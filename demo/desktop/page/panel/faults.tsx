import { useRef, useState, type ReactNode } from 'react';
import type { RemoteFault } from '../../../../adapters/simulator/socket/client/remote-floor.js';
import { useDesk } from '../desk.js';
import type { FloorControl } from '../doors/door.js';
import { useNotices } from '../parts/notices.js';
import { useText } from '../texts/language.js';

/** Every other message: enough to hurt, and the next one shows the truth. */
const HALF = 0.5;
const LATE = 2_000;
const AWAY = 5_000;
const HOUR = 3_600_000;

/** Faults that stay until they are switched off. */
const LASTING = {
  drop: (faults, agentID) => faults.drop('*', { agentID, probability: HALF }),
  delay: (faults, agentID) => faults.delay('*', { agentID, ms: LATE }),
  duplicate: (faults, agentID) => faults.duplicate('*', { agentID }),
  reorder: (faults, agentID) => faults.reorder('*', { agentID }),
  callbacks: (faults, agentID) => faults.loseCallbacks('*', { agentID }),
} as const satisfies Readonly<Record<string, (faults: FloorControl['faults'], agentID: string) => Promise<RemoteFault>>>;

type Lasting = keyof typeof LASTING;

/** The faults that the page of this agent can be given. */
export function Faults(): ReactNode {
  const { door, agentID, computer } = useDesk();
  const text = useText();
  const { fail } = useNotices();
  const { faults } = door.control;
  const [on, setOn] = useState<ReadonlySet<Lasting>>(new Set());
  const [isAhead, setAhead] = useState(computer.ahead !== 0);
  const set = useRef(new Map<Lasting, RemoteFault>());

  const show = (kind: Lasting, isOn: boolean): void =>
    setOn((before) => new Set(isOn ? [...before, kind] : [...before].filter((one) => one !== kind)));
  const toggle = async (kind: Lasting): Promise<void> => {
    const known = set.current.get(kind);
    show(kind, known === undefined);
    try {
      if (known === undefined) set.current.set(kind, await LASTING[kind](faults, agentID));
      else {
        set.current.delete(kind);
        await known.remove();
      }
    } catch (error) {
      show(kind, false);
      throw error;
    }
  };
  const clear = async (): Promise<void> => {
    set.current.clear();
    setOn(new Set());
    computer.set(0);
    setAhead(false);
    await faults.clear();
  };
  const setClock = (): void => {
    computer.set(isAhead ? 0 : HOUR);
    setAhead(!isAhead);
  };
  const once = [
    [text.disconnect, () => faults.disconnect(agentID, { ms: AWAY })],
    [text.interrupt, () => faults.interrupt(agentID, { ms: AWAY })],
    [text.secondEnd, () => faults.secondEnd(agentID)],
  ] as const;
  return (
    <section aria-label={text.faults} className="faults">
      <h2>{text.faults}</h2>
      <p className="quiet">{text.faultsHint}</p>
      {(Object.keys(LASTING) as Lasting[]).map((kind) => (
        <label key={kind} className="switch">
          <input type="checkbox" data-fault={kind} checked={on.has(kind)} onChange={() => void toggle(kind).catch(fail)} />
          {text.faultNames[kind]}
          {kind === 'drop' && ` (${text.half})`}
        </label>
      ))}
      <div className="row">
        {once.map(([label, act]) => (
          <button key={label} type="button" className="button small" onClick={() => void act().catch(fail)}>
            {label}
          </button>
        ))}
        <button type="button" className="button small" aria-pressed={isAhead} onClick={setClock}>
          {isAhead ? text.clockBack : text.clock}
        </button>
        <button type="button" className="button small" onClick={() => void clear().catch(fail)}>
          {text.clearFaults}
        </button>
      </div>
    </section>
  );
}
