import type { AgentState } from '../../src/agent/agent-state.js';
import { REASON_CODES } from '../sobot/codes.js';
import type { ButtonProps } from './button.js';
import type { Translate } from './texts.js';

/** The attributes of an entry of the menu. */
export interface StatusItemProps extends ButtonProps {
  readonly role: 'menuitemradio';
  readonly 'aria-checked': boolean;
}

/** An entry of the menu: a state that the agent can ask for, and the command that asks for it. */
export interface StatusItem {
  /** Stable, for lists: `online`, or the reason code. */
  readonly key: 'online' | number;
  readonly label: string;
  readonly command: 'ready' | 'notReady';
  /** The parameters of the command; undefined: none. */
  readonly parameters: { readonly reasonCode: number } | undefined;
  readonly props: StatusItemProps;
}

/** The menu in which agents say whether they are ready. */
export interface StatusMenu {
  /** Where the agent stands, in words: the name of the break, or of the connection's trouble. */
  readonly label: string;
  /** The key of the entry in which the agent stands; null: in none. */
  readonly value: StatusItem['key'] | null;
  /** Online, do not disturb, and the breaks. */
  readonly items: readonly StatusItem[];
}

const { dnd: DND, ...BREAKS } = REASON_CODES;
const BREAK_CODES = Object.values(BREAKS);

function labelOf({ connection, login, reasonCode }: AgentState, translate: Translate): string {
  if (connection !== 'connected') return translate(`connection.${connection}`);
  const code = login === 'break' ? BREAK_CODES.find((each) => each === reasonCode) : undefined;
  return code === undefined ? translate(`login.${login}`) : translate(`break.${code}`);
}

/** The menu, from the buttons of the two commands that it gives. */
export function statusMenu(
  state: AgentState,
  buttons: Readonly<Record<StatusItem['command'], ButtonProps>>,
  translate: Translate,
): StatusMenu {
  const value = state.login === 'online' ? 'online' : state.reasonCode;
  const item = (key: StatusItem['key'], label: string): StatusItem => {
    const command = key === 'online' ? 'ready' : 'notReady';
    return {
      key,
      label,
      command,
      parameters: key === 'online' ? undefined : { reasonCode: key },
      props: { ...buttons[command], role: 'menuitemradio', 'aria-checked': key === value, 'aria-label': label },
    };
  };
  return {
    label: labelOf(state, translate),
    value,
    items: [
      item('online', translate('login.online')),
      item(DND, translate('login.dnd')),
      ...BREAK_CODES.map((code) => item(code, translate(`break.${code}`))),
    ],
  };
}
