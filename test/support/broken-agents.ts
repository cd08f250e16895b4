import { createSobotAgent, type AgentState, type CommandName, type SobotAgent, type SobotSdk } from '../../adapters/sobot/index.js';
import type { MakeSdk, SubjectWorld } from '../../adapters/testing/index.js';
import { listenerOf } from '../../src/agent/notifier.js';

/*
 * Mistakes of integrators, each planted on its own into an agent that is right otherwise: the kit must find each.
 */

type Method = (parameters?: Record<string, unknown>) => Promise<unknown>;

function agentOn(sdk: SobotSdk, { clock, storage }: SubjectWorld): SobotAgent {
  return createSobotAgent(sdk, { clock, storage });
}

/** An SDK object some of whose messages do not get through. */
function withoutMessages(sdk: SobotSdk, isLost: (messageID: unknown) => boolean): SobotSdk {
  return {
    ...sdk,
    on(eventName, handler) {
      sdk.on(eventName, (message: unknown) => {
        if (!isLost((message as { messageID?: unknown } | null)?.messageID)) handler(message);
      });
      return this;
    },
  };
}

/** The agent with another method for a command. */
function with_(agent: SobotAgent, command: string, replace: (original: Method) => Method): SobotAgent {
  const original = (agent as unknown as Record<string, Method>)[command]!;
  return { ...agent, [command]: replace(original) };
}

/** The agent with every state that it shows changed. */
function showing(agent: SobotAgent, change: (state: AgentState) => AgentState): SobotAgent {
  const changed = new WeakMap<AgentState, AgentState>();
  const see = (state: AgentState): AgentState => {
    const seen = changed.get(state) ?? Object.freeze(change(state));
    changed.set(state, seen);
    return seen;
  };
  return {
    ...agent,
    getSnapshot: () => see(agent.getSnapshot()),
    subscribe(listener) {
      const tell = listenerOf(listener);
      return agent.subscribe((state) => {
        tell(see(state));
      });
    },
  };
}

export const BROKEN_AGENTS: Readonly<Record<string, MakeSdk>> = {
  'loses the end of calls': (sdk, world) =>
    agentOn(
      withoutMessages(sdk, (name) => name === 'EventReleased'),
      world,
    ),
  'loses what is told after a connection was lost': (sdk, world) =>
    agentOn(
      withoutMessages(sdk, (name) => name === 'EventAgentRegainStatus'),
      world,
    ),
  'lets holdCall through while the phone rings': (sdk, world) => {
    const agent = agentOn(sdk, world);
    return with_(agent, 'holdCall', (original) => (parameters) => {
      if (agent.getSnapshot().work === 'ringing') sdk.holdCall?.();
      return original(parameters);
    });
  },
  'sends makeCall twice': (sdk, world) =>
    with_(agentOn(sdk, world), 'makeCall', (original) => (parameters) => {
      const outcome = original(parameters);
      const { success: _success, error: _error, ...plain } = parameters ?? {};
      if (typeof plain['otherDN'] === 'string') sdk.makeCall?.(plain);
      return outcome;
    }),
  'never says how hangup has ended': (sdk, world) =>
    with_(agentOn(sdk, world), 'hangup', (original) => (parameters) => {
      void original(parameters);
      return new Promise(() => undefined);
    }),
  'calls success twice': (sdk, world) =>
    with_(agentOn(sdk, world), 'ready', (original) => (parameters = {}) => {
      const success = parameters['success'] as (result: unknown) => void;
      return original({
        ...parameters,
        success: (result: unknown) => {
          success(result);
          success(result);
        },
      });
    }),
  'stays muted after the call': (sdk, world) => {
    let wasMuted = false;
    return showing(agentOn(sdk, world), (state) => {
      wasMuted ||= state.muted;
      return { ...state, muted: wasMuted };
    });
  },
  'forgets deadlines': (sdk, { clock, storage }) =>
    createSobotAgent(sdk, { storage, clock: { now: () => clock.now(), setTimeout: () => 0, clearTimeout: () => undefined } }),
  'knows nothing of sleep': (sdk, { clock, storage }) =>
    createSobotAgent(sdk, {
      storage,
      clock: {
        now: () => clock.now(),
        setTimeout: (run, ms) => clock.setTimeout(run, ms),
        clearTimeout: (handle) => clock.clearTimeout(handle),
      },
    }),
  'tells every state twice': (sdk, world) => {
    const agent = agentOn(sdk, world);
    return {
      ...agent,
      subscribe: (listener) =>
        agent.subscribe((state) => {
          listener(state);
          listener(state);
        }),
    };
  },
  'throws on what it cannot read': (sdk, world) => {
    const agent = agentOn(sdk, world);
    sdk.on('EventAgentAll', (message) => {
      (message as { messageID: string }).messageID.trim();
    });
    return agent;
  },
  'shows a break as do not disturb': (sdk, world) =>
    showing(agentOn(sdk, world), (state) => (state.login === 'break' ? { ...state, login: 'dnd', reasonCode: 2 } : state)),
  'offers answer at any time': (sdk, world) => {
    const agent = agentOn(sdk, world);
    return { ...agent, can: (command: CommandName) => command === 'answer' || agent.can(command) };
  },
  'takes any reason for a break': (sdk, world) => {
    const agent = agentOn(sdk, world);
    return with_(agent, 'notReady', (original) => (parameters) => {
      if (agent.can('notReady') && !agent.can('notReady', parameters ?? {})) sdk.notReady?.(parameters);
      return original(parameters);
    });
  },
  'changes the state that it has shown': (sdk, world) => {
    const agent = agentOn(sdk, world);
    let shown: { -readonly [Field in keyof AgentState]: AgentState[Field] } = { ...agent.getSnapshot() };
    agent.subscribe((state) => {
      shown = Object.assign(shown, state);
    });
    return { ...agent, getSnapshot: () => shown };
  },
};

/** The same mistakes in a subject that shows no state at all. */
export const BROKEN_SDKS: Readonly<Record<string, MakeSdk>> = {
  'throws when a button is pressed': (sdk) => ({
    ...sdk,
    answer: () => {
      throw new Error('not now');
    },
  }),
  'throws on what it cannot read': (sdk) => {
    sdk.on('EventAgentAll', (message) => {
      (message as { messageID: string }).messageID.trim();
    });
    return { ...sdk };
  },
  'never settles what it has promised': (sdk) => ({
    ...sdk,
    queryAgents: (parameters) => {
      sdk.queryAgents?.(parameters);
      return new Promise(() => undefined);
    },
  }),
};
