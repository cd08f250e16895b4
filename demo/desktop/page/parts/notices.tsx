import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useText } from '../texts/language.js';

interface Notice {
  readonly id: number;
  readonly kind: 'end' | 'error';
  readonly title: string;
  readonly text: string;
}

interface Notices {
  readonly tell: (title: string, text: string) => void;
  /** Shows why something has not worked. */
  readonly fail: (error: unknown) => void;
}

const NoticesContext = createContext<Notices | null>(null);

/** For how long a notice stays, in ms, and how many there are at most. */
const STAYS = 9_000;
const MOST = 4;

export function useNotices(): Notices {
  const notices = use(NoticesContext);
  if (notices === null) throw new Error('there is no place for notices');
  return notices;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Shows notices in a corner; those of ends are announced, those of errors at once. */
export function NoticesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const text = useText();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const last = useRef(0);
  const remove = useCallback((id: number) => setNotices((all) => all.filter((one) => one.id !== id)), []);
  const add = useCallback(
    (notice: Omit<Notice, 'id'>) => {
      const id = (last.current += 1);
      setNotices((all) => [...all, { ...notice, id }].slice(-MOST));
      window.setTimeout(() => remove(id), STAYS);
    },
    [remove],
  );
  const told = useMemo<Notices>(
    () => ({
      tell: (title, words) => add({ kind: 'end', title, text: words }),
      fail: (error) => add({ kind: 'error', title: text.failed, text: textOf(error) }),
    }),
    [add, text],
  );
  return (
    <NoticesContext value={told}>
      {children}
      <div className="notices">
        <div role="status">
          {notices.map(({ id, kind, title, text: words }) => (
            <p key={id} className={`notice ${kind}`}>
              <b>{title}</b> {words}
              <button type="button" className="plain" aria-label={text.dismiss} onClick={() => remove(id)}>
                ×
              </button>
            </p>
          ))}
        </div>
      </div>
    </NoticesContext>
  );
}
