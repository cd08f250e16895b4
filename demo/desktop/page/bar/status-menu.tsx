import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../texts/language.js';
import { useLook } from './look.js';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Where the agent says whether calls may come. */
export function StatusMenu(): ReactNode {
  const { bar, run, state } = useLook();
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const { label, items } = bar.status;

  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(menu.current?.querySelectorAll<HTMLButtonElement>('button:enabled') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  const toggle = (): void => {
    setOpen(!isOpen);
    if (!isOpen) requestAnimationFrame(() => menu.current?.querySelector<HTMLButtonElement>('button:enabled')?.focus());
  };

  return (
    <div className="status" onKeyDown={onKeyDown}>
      <button
        ref={opener}
        type="button"
        className="button status-now"
        data-login={state.login}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        <span className="dot" aria-hidden="true" />
        <span className="visually-hidden">{text.status}: </span>
        {label}
        <span className="caret" aria-hidden="true" />
      </button>
      {isOpen && (
        <div
          ref={menu}
          id={id}
          role="menu"
          aria-label={text.status}
          className="menu"
          onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && event.relatedTarget !== opener.current && setOpen(false)}
        >
          {items.map(({ key, label: name, command, parameters, props }) => (
            <button
              {...props}
              key={key}
              className="item"
              data-status={key}
              onClick={() => {
                run(command, parameters as never);
                close();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
