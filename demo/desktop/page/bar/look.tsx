import { createContext, use, useCallback, useMemo, type ReactNode } from 'react';
import { connect, type PhoneBar, type WhyNot } from '../../../../adapters/connect/index.js';
import { useAgent, useAgentState } from '../../../../adapters/react/index.js';
import type { AgentState, CommandName, CommandParameters } from '../../../../adapters/sobot/index.js';
import { useWords } from '../texts/language.js';
import { useNotices } from '../parts/notices.js';

/** A moment of the past at which the chart is looked at. */
export interface PastMoment {
  readonly step: number;
  /** Epoch ms. */
  readonly at: number;
  readonly state: AgentState;
  readonly whyNot: WhyNot;
}

/** Gives a command; what comes of it shows in the bar and in the notices. */
export type Run = <Name extends CommandName>(name: Name, parameters?: CommandParameters[Name]) => void;

/** The bar as it is looked at: now, or at a moment of the past. */
interface Look {
  readonly state: AgentState;
  readonly bar: PhoneBar;
  readonly past: PastMoment | null;
  readonly run: Run;
}

const LookContext = createContext<Look | null>(null);

export function useLook(): Look {
  const look = use(LookContext);
  if (look === null) throw new Error('a part of the phone bar stands outside of it');
  return look;
}

export function LookProvider({ past, children }: { readonly past: PastMoment | null; readonly children: ReactNode }): ReactNode {
  const agent = useAgent();
  const present = useAgentState();
  const { bar: texts } = useWords();
  const { fail } = useNotices();
  const state = past?.state ?? present;
  const bar = useMemo(() => {
    const whyNot: WhyNot = past?.whyNot ?? ((command) => agent.whyNot(command));
    return connect(state, { whyNot, texts });
  }, [state, past, agent, texts]);
  const run = useCallback<Run>(
    (name, parameters) => {
      const command = agent[name] as (given?: unknown) => Promise<unknown>;
      command(parameters).catch(fail);
    },
    [agent, fail],
  );
  const look = useMemo(() => ({ state, bar, past, run }), [state, bar, past, run]);
  return <LookContext value={look}>{children}</LookContext>;
}
