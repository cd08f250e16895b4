import { useMemo, useState, type ReactNode } from 'react';
import { connect } from '../../../../adapters/connect/index.js';
import { AgentProvider, useAgent, useAgentState } from '../../../../adapters/react/index.js';
import { createSobotAgent } from '../../../../adapters/sobot/index.js';
import { CREDENTIALS } from '../bar/sign-in.js';
import { useDesk } from '../desk.js';
import { useNotices } from '../parts/notices.js';
import { useText, useWords } from '../texts/language.js';

const ORDERS = ['forceReady', 'forceBusy', 'forceLogout'] as const;

function Orders({ supervisorID, ext }: { readonly supervisorID: string; readonly ext: string }): ReactNode {
  const { agentID } = useDesk();
  const agent = useAgent();
  const state = useAgentState();
  const { bar: texts } = useWords();
  const { fail } = useNotices();
  const bar = connect(state, { whyNot: (command) => agent.whyNot(command), texts });
  const signIn = async (): Promise<void> => {
    await agent.initAgent({ ...CREDENTIALS, agent: supervisorID });
    await agent.login({ phoneType: 'sip', bindExt: ext, agentState: '2' });
  };
  const text = useText();
  return (
    <div className="row" data-supervisor={state.login}>
      {state.login === 'offline' && (
        <button type="button" className="button small" onClick={() => void signIn().catch(fail)}>
          {text.supervisorSignIn}
        </button>
      )}
      {state.login !== 'offline' &&
        ORDERS.map((order) => (
          <button
            {...bar.commands[order]}
            key={order}
            className="button small"
            onClick={() => void agent[order]({ targetAgentID: agentID }).catch(fail)}
          >
            {bar.commands[order]['aria-label']}
          </button>
        ))}
    </div>
  );
}

/** A supervisor, who works at a page of his own that nobody sees, and forces the agent of this one. */
export function Supervisor(): ReactNode {
  const { door, agentID } = useDesk();
  const text = useText();
  const supervisor = door.setup.agents.find((one) => one.isSupervisor && one.agentID !== agentID);
  const [isThere, setThere] = useState(false);
  const create = useMemo(() => () => createSobotAgent(door.connect()), [door]);
  if (supervisor === undefined) return null;
  return (
    <section aria-label={text.supervisor}>
      <h2>
        {text.supervisor}: {supervisor.name}
      </h2>
      {isThere ? (
        <AgentProvider create={create}>
          <Orders supervisorID={supervisor.agentID} ext={supervisor.ext} />
        </AgentProvider>
      ) : (
        <button type="button" className="button small" onClick={() => setThere(true)}>
          {text.supervisor} …
        </button>
      )}
    </section>
  );
}
