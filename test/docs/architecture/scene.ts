import { openTalk } from '../../../bench/scene/talk.js';

/** The functions entered since the trace began, as `file#function`; put there by the bundle of `traced-run.ts`. */
declare global {
  var entered: string[] | undefined;
}

async function entriesOf(run: () => unknown): Promise<readonly string[]> {
  const entered: string[] = [];
  globalThis.entered = entered;
  await run();
  globalThis.entered = undefined;
  return entered;
}

/** Time stands still, so that each run goes the same way. */
const time = Date.now();
const clock = { now: () => time, monotonic: () => time, setTimeout: () => 0, clearTimeout: () => undefined };

const { agent, sdk, messages } = await openTalk({ clock });
agent.subscribe(() => undefined);
const event = await entriesOf(() => {
  sdk.emit(messages.next('EventAgentHoldCall'));
});
sdk.emit(messages.next('EventAgentRetrieveCall'));
const command = await entriesOf(() => agent.holdCall());
agent.dispose();
process.stdout.write(JSON.stringify({ event, command }));
