import type { CallCentre, FloorEvent } from '../../adapters/simulator/index.js';

/** How much is remembered of each agent. */
const KEPT = 40;

const FIELDS = ['callID', 'partyID', 'callType', 'thisDNRole', 'otherDN', 'thirdDN', 'thirdDNRole', 'reasonCode', 'errorCode', 'workStatus'];

function line(event: FloorEvent): string | null {
  switch (event.type) {
    case 'message': {
      const { message } = event;
      const fields = FIELDS.flatMap((name) => (name in message ? [`${name} ${String(message[name]).slice(0, 12)}`] : []));
      return `<- ${message.messageID} ${fields.join(', ')}`;
    }
    case 'command':
      return `-> ${event.command}`;
    case 'callback':
      return `<- ${event.command}: ${event.outcome}`;
    case 'lost':
      return `   lost: ${JSON.stringify(event)}`;
    default:
      return null;
  }
}

/** What has happened at each agent lately, for whoever must understand a disagreement. */
export class FloorJournal {
  readonly #lines = new Map<string, string[]>();

  constructor(centre: CallCentre) {
    centre.observe((event) => {
      const text = line(event);
      const agentID = 'agentID' in event ? event.agentID : null;
      if (text === null || agentID === null) return;
      const lines = this.#lines.get(agentID) ?? [];
      lines.push(`${event.at} ${text}`);
      if (lines.length > KEPT) lines.shift();
      this.#lines.set(agentID, lines);
    });
  }

  /** Runs a check about this agent; if it fails, its error tells what happened. */
  explain(agentID: string, check: () => void): void {
    try {
      check();
    } catch (error) {
      if (error instanceof Error) error.message += `\n\nLately, at ${agentID}:\n${(this.#lines.get(agentID) ?? []).join('\n')}`;
      throw error;
    }
  }
}
