import type { FloorEvent } from '../../simulator/index.js';

/** Attributes worth a place on a line. */
const SHOWN = ['callType', 'otherDN', 'thirdDN', 'agentState', 'reasonCode', 'errorCode', 'errorMessage'] as const;

function shown(values: Readonly<Record<string, unknown>>): string {
  const texts = SHOWN.flatMap((name) => {
    const value = values[name];
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    return text === '' ? [] : [name === 'callType' || name === 'otherDN' ? text : `${name} ${text}`];
  });
  return texts.length === 0 ? '' : ` ${texts.join(', ')}`;
}

const CHANGES = {
  opened: 'the page opens',
  lost: 'the connection is lost',
  interrupted: 'the connection is interrupted, and the page is told',
  regained: 'the connection is back',
  displaced: 'the page is displaced by another end',
  closed: 'the page is closed',
} as const;

/** `→` a command reaches the service, `←` something reaches the page, `✗` something gets lost, `·` anything else. */
export function eventText(event: FloorEvent): string | null {
  switch (event.type) {
    case 'command':
      return `→ ${event.command}${shown(event.params)}`;
    case 'callback':
      return `← ${event.command}: ${event.outcome}${shown(event.result)}`;
    case 'message': {
      const { agentStateInfo, workStatusInfo } = event.message;
      const inner = { ...(agentStateInfo as object | undefined), ...(workStatusInfo as object | undefined) };
      return `← ${event.message.messageID}${shown({ ...event.message, ...inner })}`;
    }
    case 'lost':
      return `✗ ${event.what} ${event.name} is lost${event.because === 'fault' ? ', by the fault' : ''}`;
    case 'end':
      return `· ${CHANGES[event.change]}`;
    default:
      return null;
  }
}
