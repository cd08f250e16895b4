import { OF_TWO_PHONES } from '../floor/house.js';
import type { OwnPhone } from '../floor/world.js';
import type { ReferenceModel } from '../model/reference-model.js';
import { oneOf } from './plain-parameters.js';
import type { Stage } from './stage.js';
import { Step } from './step.js';

type Gesture = 'answer' | 'reject' | 'hangup';

/** The gestures possible at the phone now; most calls that ring there are taken. */
function gesturesAt({ state }: OwnPhone): readonly Gesture[] {
  if (state === 'ringing') return ['answer', 'answer', 'reject'];
  return state === 'idle' ? [] : ['hangup'];
}

/** An agent takes a call at a second phone, rejects it there, or ends it there. */
export class UsesSecondPhone extends Step {
  protected readonly plan = 'an agent uses the second phone';

  constructor(private readonly choice: number) {
    super();
  }

  protected act(model: ReferenceModel, { floor }: Stage, say: (words: string) => void): void {
    const { agentID, ext } = OF_TWO_PHONES;
    const phone = floor.hasTwoPhones(agentID) ? floor.world.ownPhone(ext) : null;
    const gestures = phone === null ? [] : gesturesAt(phone);
    if (phone === null || gestures.length === 0) {
      say(`agent ${agentID} leaves a second phone alone`);
      return;
    }
    const gesture = oneOf(gestures, this.choice);
    const isOnlyOne = model.company.get(agentID).waiting.length === 0;
    say(`agent ${agentID}, at the second phone: ${gesture}`);
    phone[gesture]();
    if (gesture === 'reject' && isOnlyOne) model.onePhoneEnds(agentID);
    else if (gesture === 'answer' && isOnlyOne) model.command(agentID, 'answer', {});
    else model.doubt('which of several calls the second phone is about');
  }
}
