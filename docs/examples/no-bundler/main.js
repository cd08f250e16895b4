import { connect } from 'switchhook/connect';
import { connectToCallCentre } from 'switchhook/simulator';
import { createSobotAgent } from 'switchhook/sobot';

const BUTTONS = ['answer', 'rejectCall', 'hangup', 'holdCall', 'retrieveCall', 'muteCall', 'unmute', 'completeACW'];

const query = new URLSearchParams(location.search);
const agentID = query.get('agent') ?? '1004';
const agent = createSobotAgent(connectToCallCentre(query.get('centre') ?? 'ws://127.0.0.1:8787'));
const barNow = () => connect(agent.getSnapshot(), { whyNot: agent.whyNot, now: Date.now() });

const element = (id) => document.getElementById(id);
const clock = (ms) => (ms === null ? '–' : new Date(ms).toISOString().slice(11, 19));

/** Only what changes is written: a screen reader would read a live region again. */
function show(id, text) {
  if (element(id).textContent !== text) element(id).textContent = text;
}

function addButton(parent, send) {
  const button = document.createElement('button');
  button.onclick = () => follow(send());
  element(parent).append(button);
  return button;
}

function dress(button, { disabled, ...attributes }) {
  button.disabled = disabled;
  button.textContent = attributes['aria-label'];
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) button.removeAttribute(name);
    else button.setAttribute(name, value);
  }
}

const commandButtons = BUTTONS.map((name) => addButton('commands', () => agent[name]()));
const statusButtons = barNow().status.items.map(({ command, parameters }) => addButton('statuses', () => agent[command](parameters)));
element('statuses').onclick = () => element('statuses').hidePopover();

function render() {
  const { commands, status, timers, waiting, announcement } = barNow();
  BUTTONS.forEach((name, index) => dress(commandButtons[index], commands[name]));
  status.items.forEach(({ props }, index) => dress(statusButtons[index], props));
  dress(element('call'), { ...commands.makeCall, type: 'submit' });
  show('status', status.label);
  show('announcement', announcement);
  show('party', agent.getSnapshot().call?.otherDN ?? '');
  show('timers', `Call ${clock(timers.call)}, on hold ${clock(timers.hold)}, after-call work ${clock(timers.acw)}`);
  const entries = waiting.map(({ label, elapsed, call }) => {
    const entry = document.createElement('li');
    entry.textContent = `${label}: ${call.otherDN}, ${clock(elapsed)}`;
    return entry;
  });
  element('waiting').replaceChildren(...entries);
}

function follow(outcome) {
  outcome.then(() => show('problem', '')).catch((error) => show('problem', error.message));
}

async function signIn() {
  await agent.initAgent({ token: 'any', companyId: 'any', agent: agentID });
  await agent.login({ phoneType: 'webrtc', bindExt: '', agentState: '1' });
}

element('dial').onsubmit = (event) => {
  event.preventDefault();
  follow(agent.makeCall({ otherDN: element('number').value }));
};
show('agent', agentID);
agent.subscribe(render);
setInterval(render, 1000);
render();
follow(signIn());
