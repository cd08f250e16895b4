import type { Floor } from '../floor/floor.js';
import type { Page } from '../floor/page.js';
import type { ReferenceModel } from '../model/reference-model.js';
import { sensible } from './agent.js';
import { commandInWords, send } from './command-step.js';
import { clockInWords, sleepInWords, type SleepingLink } from './computer.js';
import { oneOf, plainParameters, type Draw } from './plain-parameters.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** The fate of a computer whose page waits: it sleeps for so many ms, or its clock is set by so many. */
export type Meanwhile = { readonly sleeps: number; readonly link: SleepingLink } | { readonly isSetBy: number };

/** Messages that a command may lead to. */
const MOST_MESSAGES = 4;

async function befalls(floor: Floor, page: Page, meanwhile: Meanwhile): Promise<void> {
  if ('isSetBy' in meanwhile) {
    floor.sets(page, meanwhile.isSetBy);
    return;
  }
  floor.fallsAsleep(page, meanwhile.link === 'breaks');
  await floor.passes(meanwhile.sleeps);
  await floor.wakes(page);
}

/** An agent does what makes sense, no answer comes, and the computer sleeps or its clock is set before the page gives up. */
export class WaitsInVain extends Step {
  protected readonly plan = 'an agent does what makes sense, and no answer comes';

  /** @param ms that pass afterwards */
  constructor(
    private readonly who: number,
    private readonly draw: Draw,
    private readonly meanwhile: Meanwhile,
    private readonly ms: number,
  ) {
    super();
  }

  protected async act(model: ReferenceModel, stage: Stage, say: (words: string) => void): Promise<void> {
    const { floor } = stage;
    const page = floor.pageAt(this.who);
    const { agentID } = page;
    if (page.computer === null) {
      say(`agent ${agentID} does nothing`);
      return;
    }
    await floor.wakes(page);
    const command = oneOf(sensible(model.company.get(agentID)), this.draw.choice);
    const sending = { command, parameters: plainParameters(command, agentID, this.draw), isInvalid: false };
    const meanwhile =
      'isSetBy' in this.meanwhile ? clockInWords(this.meanwhile.isSetBy) : sleepInWords(this.meanwhile.link, this.meanwhile.sleeps);
    say(
      `agent ${agentID}: ${commandInWords(sending)}; no answer comes; the computer, or its clock, ${meanwhile}; ${String(this.ms / 1000)} s pass`,
    );
    model.doubt('no answer comes');
    const { faults } = floor.centre;
    const losses = [faults.drop('*', { times: MOST_MESSAGES, agentID }), faults.loseCallbacks(command, { times: 1, agentID })];
    send(model, stage, page, sending);
    await floor.passes(floor.world.longestWay);
    for (const loss of losses) loss.remove();
    await befalls(floor, page, this.meanwhile);
    await floor.passes(this.ms);
    // Where something reaches it, the page looks at its clocks.
    floor.measures(page, 'e');
    await floor.settles();
    page.recorder.look();
  }
}
