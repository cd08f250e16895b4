import { recordAgent, type Recordable, type Recorder } from '../../src/recorder/index.js';

/** An agent that can be looked at, under a name that tells it from others. */
export interface NamedAgent {
  readonly name: string;
  readonly agent: Recordable;
  /** The recording of it so far. Default: the recording begins now. */
  readonly recorder?: Recorder;
}

export interface InspectorOptions {
  /** The recording of the agent so far, so that its past can be looked at. Default: the recording begins now. */
  readonly recorder?: Recorder;
  /** Bytes of memory that a recording which begins now may take. Default: 32 million, about 10,000 events. */
  readonly limit?: number;
  /** Default: `auto`, as the reader's computer has it. */
  readonly theme?: 'auto' | 'light' | 'dark';
}

/** An inspector that was opened. */
export interface Inspector {
  /** Whether it can be seen. */
  readonly isOpen: boolean;
  /** Why it cannot; null if it can, or was closed. */
  readonly problem: string | null;
  /** Takes it away. Nothing of it stays; a recording that began with it ends. */
  readonly close: () => void;
}

/** An agent with its recording. */
export interface Subject {
  readonly name: string;
  readonly recorder: Recorder;
  /** The recording began with the inspector and ends with it. */
  readonly isOwn: boolean;
}

const LIMIT = 32_000_000;

function subjectOf({ name, agent, recorder }: NamedAgent, limit: number): Subject {
  return recorder === undefined ? { name, recorder: recordAgent(agent, { limit }), isOwn: true } : { name, recorder, isOwn: false };
}

/** The agents as subjects: one, or several with their names. @throws TypeError if there is none. */
export function subjectsOf(given: Recordable | readonly NamedAgent[], { recorder, limit = LIMIT }: InspectorOptions): readonly Subject[] {
  const named = Array.isArray(given) ? (given as readonly NamedAgent[]) : [{ name: 'agent', agent: given as Recordable, ...(recorder === undefined ? {} : { recorder }) }];
  if (named.length === 0) throw new TypeError('switchhook: an inspector needs an agent');
  return named.map((one) => subjectOf(one, limit));
}
