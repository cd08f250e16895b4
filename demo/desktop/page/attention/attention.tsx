import { useEffect, useState, type ReactNode } from 'react';
import { useAgentState, useReport } from '../../../../adapters/react/index.js';
import { useDesk } from '../desk.js';
import { useNotices } from '../parts/notices.js';
import { nameOf } from '../parts/people.js';
import { useText } from '../texts/language.js';
import { Bell } from './ring.js';

const bell = new Bell();
window.addEventListener('pointerdown', () => bell.wake());
window.addEventListener('keydown', () => bell.wake());

/** How long each of the two titles shows, in ms. */
const TITLE_EVERY = 1_000;

function canNotify(): boolean {
  return 'Notification' in window && window.isSecureContext;
}

/** Ringing has a sound, a title that changes and, where it is allowed, a notification; every end and its reason are told. */
export function Attention(): ReactNode {
  const { door } = useDesk();
  const text = useText();
  const { tell } = useNotices();
  const caller = useAgentState(({ work, call, waiting }) =>
    work === 'ringing' ? (call?.otherDN ?? '') : (waiting.find((one) => one.work === 'ringing')?.otherDN ?? null),
  );
  const isRinging = caller !== null;
  const who = nameOf(door.setup, caller) ?? caller ?? '';
  const [isSilenced, setSilenced] = useState(false);
  const [permission, setPermission] = useState(canNotify() ? Notification.permission : 'denied');

  useReport((report) => {
    if (report.type !== 'callEnded') return;
    const titles = { call: text.ended, consult: text.endedConsult, waiting: text.endedWaiting };
    tell(titles[report.leg], text.endReasons[report.reason]);
  });

  useEffect(() => bell.watch(() => setSilenced(bell.isRinging && bell.isSilenced)), []);

  useEffect(() => {
    if (!isRinging) return;
    bell.start();
    return () => bell.stop();
  }, [isRinging]);

  useEffect(() => {
    if (!isRinging) return;
    const usual = document.title;
    let isCall = false;
    const turn = (): void => {
      isCall = !isCall;
      document.title = isCall ? `☎ ${text.incoming}: ${who}` : usual;
    };
    turn();
    const timer = window.setInterval(turn, TITLE_EVERY);
    return () => {
      window.clearInterval(timer);
      document.title = usual;
    };
  }, [isRinging, who, text]);

  useEffect(() => {
    if (!isRinging || permission !== 'granted' || !document.hidden) return;
    const notification = new Notification(text.incoming, { body: who, tag: 'ringing' });
    notification.onclick = () => window.focus();
    return () => notification.close();
  }, [isRinging, permission, who, text]);

  return (
    <div className="attention">
      {isSilenced && <p className="silent">{text.silent}</p>}
      {permission === 'default' && (
        <button type="button" className="plain" onClick={() => void Notification.requestPermission().then(setPermission)}>
          {text.notify}
        </button>
      )}
    </div>
  );
}
