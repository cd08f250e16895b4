/*
 * The script of the page that `switchhook inspector` serves.
 */
import { mountInspector, type Inspector } from '../../inspector/index.js';
import { PATHS } from '../messages.js';
import { RemoteAgents } from './remote-agents.js';

const RETRY_MS = 1_000;

const main = document.querySelector('main') as HTMLElement;
const place = document.querySelector('#place') as HTMLElement;
const status = document.querySelector('#status') as HTMLElement;
const how = document.querySelector('#how') as HTMLElement;

const agents = new RemoteAgents(show);
let inspector: Inspector | null = null;
let socket: WebSocket | null = null;

how.textContent = `import { connectInspector } from 'switchhook/inspector/socket';

connectInspector(agent, {
  url: 'ws://${location.host}',
  name: 'agent 1001',
});`;

// Its own button closes it, and this page with it.
new MutationObserver(() => {
  if (place.childElementCount > 0) return;
  main.classList.remove('shown');
  say('The inspector is closed. Load this page anew to look again.');
  socket?.close();
}).observe(place, { childList: true });

function say(words: string): void {
  if (status.textContent !== words) status.textContent = words;
}

function show(): void {
  const named = agents.named();
  const isAnyone = named.length > 0;
  main.classList.toggle('shown', isAnyone);
  how.hidden = isAnyone;
  if (!isAnyone) say('No agent is here yet. An agent comes when its page or program calls:');
  else if (inspector === null) inspector = mountInspector(place, named);
  else inspector.show(named);
  if (isAnyone) say(agents.problem ?? '');
}

function connect(): void {
  const opened = new WebSocket(`ws://${location.host}${PATHS.viewer}`);
  socket = opened;
  opened.onopen = () => {
    agents.begin((message) => opened.send(JSON.stringify(message)));
    show();
  };
  opened.onmessage = ({ data }) => agents.receive(String(data));
  opened.onclose = () => {
    if (inspector?.isOpen === false) return;
    agents.end();
    say('The inspector has ended. Once it is started again, this page goes on.');
    setTimeout(connect, RETRY_MS);
  };
}

connect();
