import type { Truth } from '../../simulator/index.js';
import type { Floor } from '../floor/floor.js';
import type { OwnPhone } from '../floor/world.js';
import type { Page } from '../floor/page.js';
import type { ReferenceModel } from '../model/reference-model.js';
import { oneOf } from './plain-parameters.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

type Button = 'hold' | 'retrieve' | 'swap';

/** The buttons of a phone that are good for something now. */
function buttonsFor({ work, onHold, consult }: Truth): readonly Button[] {
  switch (work) {
    case 'talking':
      return ['hold'];
    case 'holding':
      return ['retrieve'];
    case 'consulting':
      // Whether hold alone is a swap, the contract leaves open: switches and pages differ.
      return consult?.phase === 'talking' ? ['swap'] : [];
    case 'conferencing':
      return onHold === null ? ['hold'] : ['retrieve'];
    default:
      return [];
  }
}

/** The phone that an agent takes calls with, if it has buttons. */
export function phoneOf({ world }: Floor, { phoneType, ext }: Truth): OwnPhone | null {
  return phoneType === 'pstn' || ext === null ? null : world.ownPhone(ext);
}

/** An agent with something to hold or to retrieve, from this one on. */
function pageWithTalk(floor: Floor, first: number): Page {
  const inTurn = floor.pages.map((_page, index) => floor.pageAt(first + index));
  return inTurn.find(({ agentID }) => buttonsFor(floor.centre.truth(agentID)).length > 0) ?? floor.pageAt(first);
}

/** An agent presses the button of the phone itself: holds, retrieves, or goes over to the other of two. */
export class PressesButton extends Step {
  protected readonly plan = 'an agent presses a button of the phone';

  constructor(
    private readonly who: number,
    private readonly choice: number,
  ) {
    super();
  }

  override check(model: Readonly<ReferenceModel>): boolean {
    return (
      model.doubts !== null ||
      model.company.agents.some(({ scene }) => ['talking', 'holding', 'consulting', 'conferring'].includes(scene.is))
    );
  }

  protected act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    const { agentID } = pageWithTalk(floor, this.who);
    const truth = floor.centre.truth(agentID);
    const buttons = buttonsFor(truth);
    const phone = phoneOf(floor, truth);
    if (phone === null || buttons.length === 0) {
      say(`agent ${agentID} leaves the phone alone`);
      return;
    }
    const button = oneOf(buttons, this.choice);
    say(`agent ${agentID}: the phone's own button, ${button}`);
    try {
      phone[button]();
    } catch {
      // The desk is a step behind the phone in what it says of a call.
      model.doubt('a button that does nothing');
      return;
    }
    if (truth.waiting.length > 0) model.doubt('which of several calls the button is about');
    else if (button === 'hold') model.holdsOwnPhone(agentID);
    else if (button === 'retrieve') model.retrievesOwnPhone(agentID);
    else model.swaps(agentID);
  }
}
