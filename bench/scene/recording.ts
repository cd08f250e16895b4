import type { InspectionEvent } from 'xstate';
import { Confidential, revealed, type AgentEvent, type AgentInput } from '../../machines/index.js';
import { observableOf } from '../../src/agent/observation.js';
import { openTalk } from './talk.js';

/**
 * The events that an agent has sent to its machine, as its own recorder hears them: whichever commit is
 * measured, the raw actor gets the very events that this commit's agent sends.
 */
export interface Recording {
  readonly input: AgentInput;
  /** From the start to the talk. */
  readonly toTalk: readonly AgentEvent[];
  /** The events of a command and of the fact that confirms it, by their types. */
  readonly hold: Pair;
  readonly retrieve: Pair;
}

export interface Pair {
  readonly command: AgentEvent;
  readonly fact: AgentEvent;
}

function find(events: readonly AgentEvent[], type: AgentEvent['type']): AgentEvent {
  const found = events.filter((event) => event.type === type);
  const [event] = found;
  if (event === undefined || found.length > 1) throw new Error(`The agent sent ${type} ${found.length} times, not once.`);
  return event;
}

/** Plays a talk that is held and retrieved. */
export async function record(): Promise<Recording> {
  let input: AgentInput | undefined;
  const events: AgentEvent[] = [];
  // The input has nothing personal in it, so that the copy that inspectors get is the whole of it.
  const inspect = (one: InspectionEvent): void => {
    if (one.type === '@xstate.event' && one.event.type === 'xstate.init') ({ input } = one.event as { readonly input?: AgentInput });
  };
  const { agent } = await openTalk({ inspect }, ({ actor }) => {
    observableOf(actor)?.observe((note) => {
      if (note.kind === 'step') events.push(note.step.event);
    });
  });
  const toTalk = events.splice(0);
  await agent.holdCall();
  await agent.retrieveCall();
  agent.dispose();
  if (input === undefined) throw new Error('The inspector of the agent did not see its machine start.');
  return {
    input,
    toTalk,
    hold: { command: find(events, 'holdCall'), fact: find(events, 'call.held') },
    retrieve: { command: find(events, 'retrieveCall'), fact: find(events, 'call.retrieved') },
  };
}

/** The same event with texts of its own, as if parsed off a wire once more. */
export function copyOf(event: AgentEvent): AgentEvent {
  return {
    ...event,
    ...('leg' in event ? { leg: structuredClone(event.leg) } : {}),
    ...('details' in event ? { details: new Confidential(structuredClone(revealed(event.details))) } : {}),
  } as AgentEvent;
}
