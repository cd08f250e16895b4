import { plainParameters } from './plain-parameters.js';
import type { ReferenceModel } from '../model/reference-model.js';
import { halfwayInWords, type Halfway } from './command-step.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

/** The connection of a page is lost. */
export class LosesLink extends Step {
  protected readonly plan = 'the connection of a page is lost';

  constructor(private readonly who: number) {
    super();
  }

  protected act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    const page = floor.pageAt(this.who);
    say(`network: agent ${page.agentID} loses the connection`);
    floor.centre.faults.disconnect(page.sdk);
    page.knowledge.isDisturbed();
    model.doubt('a page is away');
  }
}

/** The link of a page is down within the service, and the page is told. */
export class IsInterrupted extends Step {
  protected readonly plan = 'the link of a page is interrupted';

  constructor(private readonly who: number) {
    super();
  }

  protected act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    const page = floor.pageAt(this.who);
    say(`network: the link of agent ${page.agentID} is interrupted, and the page knows it`);
    floor.centre.faults.interrupt(page.sdk);
    page.knowledge.isDisturbed();
    model.doubt('a page is away');
  }
}

/** The connection of a page is back, or is lost for no longer than a moment: the service tells everything anew. */
export class RegainsLink extends Step {
  protected readonly plan = 'the connection of a page is lost for a moment';

  constructor(private readonly who: number) {
    super();
  }

  protected act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    const page = floor.pageAt(this.who);
    say(`network: agent ${page.agentID} has the connection back`);
    floor.blink(page);
    model.doubt('a page was away');
  }
}

/** A page's behaviour when it has loaded. */
export type AfterLoading = 'initialises' | 'waits' | 'is refused';

/** A page is loaded anew. */
export class Reloads extends Step {
  protected readonly plan = 'a page is loaded anew';

  constructor(
    private readonly who: number,
    private readonly isStorageKept: boolean,
    private readonly then: AfterLoading,
    private readonly halfway: Halfway | null,
  ) {
    super();
  }

  protected async act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): Promise<void> {
    const before = floor.pageAt(this.who);
    const { agentID } = before;
    await floor.wakes(before);
    const storage = this.isStorageKept ? 'with what it has stored' : 'and has forgotten everything';
    const then = { initialises: 'and initialises', waits: 'and waits', 'is refused': 'and the service refuses it' }[this.then];
    say(`network: agent ${agentID} loads the page anew, ${storage}, ${then}${halfwayInWords(this.halfway)}`);
    model.doubt('a page was loaded anew');
    const page = floor.reload(this.who, this.isStorageKept);
    if (this.then === 'waits') return;
    const parameters = plainParameters('initAgent', agentID, { choice: 0, target: 0, detail: 0 });
    // The service refuses a page of somebody it does not know.
    floor.call(page, 'initAgent', this.then === 'is refused' ? { ...parameters, agent: 'nobody' } : parameters);
    if (this.halfway === null) return;
    await floor.untilArrived(page, this.halfway.messages);
    floor.pace.hurry(this.halfway.steps, 0);
  }
}

/** The agent signs in at a second end. */
export class SignsInElsewhere extends Step {
  protected readonly plan = 'an agent signs in at a second end';

  constructor(private readonly who: number) {
    super();
  }

  override check(model: Readonly<ReferenceModel>): boolean {
    return model.doubts !== null || model.company.agents.some(({ signedIn }) => signedIn !== null);
  }

  protected act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    const page = floor.pageAt(this.who);
    say(`agent ${page.agentID} signs in at a second end`);
    floor.centre.faults.secondEnd(page.agentID, { phoneType: 'webrtc', bindExt: '', agentState: '1' });
    model.doubt('a second end');
  }
}
