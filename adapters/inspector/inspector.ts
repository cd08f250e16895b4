import { recordAgent, type Moment, type Recordable, type Recorder, type Recording } from '../../src/recorder/index.js';

/** An agent that can be looked at, or a recording of one, under a name that tells it from others. */
export type NamedAgent =
  | {
      readonly name: string;
      readonly agent: Recordable;
      /** The recording of it so far. Default: the recording begins now. */
      readonly recorder?: Recorder;
    }
  | {
      readonly name: string;
      /** A recording alone, such as a `CopiedRecording`. */
      readonly recorder: Recording;
    };

/** The moment that an inspector shows. */
export interface Look {
  readonly step: number;
  /** Epoch ms at which the step happened. */
  readonly at: number;
  /** It shows the newest step, whichever that is; false: one of the past, at which its reader has stopped. */
  readonly isLive: boolean;
  readonly moment: Moment;
}

export interface InspectorOptions {
  /** The recording of the agent so far, so that its past can be looked at. Default: the recording begins now. */
  readonly recorder?: Recorder;
  /** Bytes of memory that a recording which begins now may take. Default: 32 million, about 10,000 events. */
  readonly limit?: number;
  /** Default: `auto`, as the reader's computer has it. */
  readonly theme?: 'auto' | 'light' | 'dark';
  /**
   * Called when its reader goes to another moment, or back to the present, so that the page can show the same one beside it; not
   * for each step while it is live. Default: nobody is told.
   */
  readonly onLook?: (look: Look) => void;
  /** Called when its reader has closed it, by its button or with its window; not when the page does. Default: nobody is told. */
  readonly onClose?: () => void;
}

/** An inspector that was opened. */
export interface Inspector {
  /** Whether it can be seen. */
  readonly isOpen: boolean;
  /** Why it cannot; null if it can, or was closed. */
  readonly problem: string | null;
  /**
   * Lets its reader choose among these from now on. What was looked at stays so, as long as it is among them.
   *
   * @throws TypeError if there is none, or one is no agent of this package's.
   */
  readonly show: (agents: readonly NamedAgent[]) => void;
  /** Takes it away. Nothing of it stays; a recording that began with it ends. */
  readonly close: () => void;
}

/** A recording with its name. */
export interface Subject {
  readonly name: string;
  readonly recorder: Recording;
  /** The recording that began with the inspector and ends with it, and whose it is; null: it is somebody else's. */
  readonly own: { readonly agent: Recordable; readonly stop: () => void } | null;
}

const LIMIT = 32_000_000;

function subjectOf(one: NamedAgent, limit: number, before: readonly Subject[]): Subject {
  const { name } = one;
  if (!('agent' in one)) return { name, recorder: one.recorder, own: null };
  if (one.recorder !== undefined) return { name, recorder: one.recorder, own: null };
  const { agent } = one;
  const known = before.find(({ own }) => own?.agent === agent);
  if (known !== undefined) return { ...known, name };
  const begun = recordAgent(agent, { limit });
  return { name, recorder: begun, own: { agent, stop: () => begun.stop() } };
}

/** The agents as subjects: one, or several with their names; those that were there `before` stay what they were. @throws TypeError if there is none. */
export function subjectsOf(
  given: Recordable | readonly NamedAgent[],
  { recorder, limit = LIMIT }: InspectorOptions,
  before: readonly Subject[] = [],
): readonly Subject[] {
  const named = Array.isArray(given)
    ? (given as readonly NamedAgent[])
    : [{ name: 'agent', agent: given as Recordable, ...(recorder === undefined ? {} : { recorder }) }];
  if (named.length === 0) throw new TypeError('switchhook: an inspector needs an agent');
  return named.map((one) => subjectOf(one, limit, before));
}
