import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { connect, type ButtonProps, type StatusItem } from 'switchhook/connect';
import { AgentProvider, useAgent, useAgentState, useCommand, type CommandName } from 'switchhook/react';
import { connectToCallCentre } from 'switchhook/simulator';
import { createSobotAgent } from 'switchhook/sobot';

const BUTTONS = ['answer', 'rejectCall', 'hangup', 'holdCall', 'retrieveCall', 'muteCall', 'unmute', 'completeACW'] as const;

const query = new URLSearchParams(location.search);
const agentID = query.get('agent') ?? '1001';
const agent = createSobotAgent(connectToCallCentre(query.get('centre') ?? 'ws://127.0.0.1:8787'));
// Outside of the components, which StrictMode mounts twice.
const signedIn = signIn();

async function signIn() {
  await agent.initAgent({ token: 'any', companyId: 'any', agent: agentID });
  await agent.login({ phoneType: 'webrtc', bindExt: '', agentState: '1' });
}

const clock = (ms: number | null) => (ms === null ? '–' : new Date(ms).toISOString().slice(11, 19));

function useNow() {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

interface CommandButtonProps {
  name: CommandName;
  parameters?: StatusItem['parameters'];
  attributes: ButtonProps;
  follow: (outcome: Promise<unknown>) => void;
}

function CommandButton({ name, parameters, attributes, follow }: CommandButtonProps) {
  const { execute } = useCommand(name);
  return (
    <button {...attributes} onClick={() => follow(execute(parameters))}>
      {attributes['aria-label']}
    </button>
  );
}

function PhoneBar() {
  const { whyNot } = useAgent();
  const state = useAgentState();
  const makeCall = useCommand('makeCall');
  const [problem, setProblem] = useState('');
  const { commands, status, timers, waiting, announcement } = connect(state, { whyNot, now: useNow() });

  function follow(outcome: Promise<unknown>) {
    outcome.then(() => setProblem('')).catch((error: Error) => setProblem(error.message));
  }
  useEffect(() => follow(signedIn), []);

  return (
    <>
      <h1>Agent {agentID}, React</h1>
      <button popoverTarget="statuses">{status.label}</button>
      <div id="statuses" popover="auto" role="menu" aria-label="Status" onClick={(event) => event.currentTarget.hidePopover()}>
        {status.items.map(({ key, command, parameters, props }) => (
          <CommandButton key={key} name={command} parameters={parameters} attributes={props} follow={follow} />
        ))}
      </div>
      <p role="status">{announcement}</p>
      <p>
        <b>{state.call?.otherDN}</b> Call {clock(timers.call)}, on hold {clock(timers.hold)}, after-call work {clock(timers.acw)}
      </p>
      <form action={(form) => follow(makeCall.execute({ otherDN: String(form.get('number')) }))}>
        <input name="number" type="tel" aria-label="Number" placeholder="Number" required />
        <button {...commands.makeCall} type="submit">
          {commands.makeCall['aria-label']}
        </button>
      </form>
      <div role="group" aria-label="Call">
        {BUTTONS.map((name) => (
          <CommandButton key={name} name={name} attributes={commands[name]} follow={follow} />
        ))}
      </div>
      <ul aria-label="Waiting calls">
        {waiting.map(({ key, label, elapsed, call }) => (
          <li key={key}>{`${label}: ${call.otherDN}, ${clock(elapsed)}`}</li>
        ))}
      </ul>
      <p role="alert">{problem}</p>
    </>
  );
}

createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <AgentProvider agent={agent}>
      <PhoneBar />
    </AgentProvider>
  </StrictMode>,
);
