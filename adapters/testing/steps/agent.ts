import type { CommandName } from '../../sobot/index.js';
import type { Page } from '../floor/page.js';
import type { ReferenceModel } from '../model/reference-model.js';
import type { Person } from '../model/scene.js';
import { CommandStep, type Halfway, type Sending } from './command-step.js';
import { oneOf, plainParameters, type Draw } from './plain-parameters.js';

/** The commands that make sense without a call, by how the agent is signed in. */
function withoutCall({ signedIn }: Person): readonly CommandName[] {
  switch (signedIn) {
    case null:
      return ['login', 'login', 'login', 'initAgent', 'queryPhoneType'];
    case 'online':
      return ['makeCall', 'makeCall', 'makeCall', 'makeCall', 'notReady', 'notReady', 'setRoute', 'logout', 'login'];
    default:
      return ['ready', 'ready', 'ready', 'makeCall', 'notReady', 'logout'];
  }
}

/** The commands that somebody who knows what he is doing would give. */
export function sensible(one: Person): readonly CommandName[] {
  const isRungBesides = one.waiting.some(({ is }) => is === 'rung');
  return isRungBesides ? [...inHand(one), ...BESIDES] : inHand(one);
}

/** While another call rings besides. */
const BESIDES: readonly CommandName[] = ['answer', 'answer', 'answer', 'rejectCall', 'rejectCall'];

/** The same, with the call in hand. */
function inHand(one: Person): readonly CommandName[] {
  const { scene, isMuted } = one;
  const microphone = isMuted ? 'unmute' : 'muteCall';
  switch (scene.is) {
    case 'nothing':
      return withoutCall(one);
    case 'calling':
      return ['hangup', 'queryAgents'];
    case 'rung':
      return ['answer', 'answer', 'answer', 'answer', 'rejectCall'];
    case 'talking':
      if (scene.handingTo !== null) return ['queryAgents', 'hangup'];
      return ['initiateConsult', 'initiateConsult', 'initiateConsult', 'singleTransfer', 'holdCall', microphone, 'sendDtmf', 'hangup'];
    case 'holding':
      return scene.afterConsult === true
        ? ['retrieveConsult', 'retrieveCall', microphone, 'hangup']
        : ['retrieveCall', 'retrieveCall', microphone, 'hangup'];
    case 'consulting':
      return scene.hasAnswered
        ? [
            'consultConference',
            'consultConference',
            'consultConference',
            'consultTransfer',
            'retrieveConsult',
            microphone,
            'sendDtmf',
            'hangup',
          ]
        : ['cancelConsult', 'cancelConsult', microphone, 'hangup'];
    case 'conferring':
      return scene.isHeld ? ['retrieveCall', 'retrieveCall', microphone, 'hangup'] : ['sendDtmf', microphone, 'hangup'];
    case 'wrapping up':
      return ['completeACW', 'completeACW', 'completeACWToBusy', 'delayACW', 'ready', 'notReady'];
  }
}

/** An agent does what makes sense, by what the model says. */
export class SensibleCommand extends CommandStep {
  protected readonly plan: string;

  constructor(
    who: number,
    private readonly draw: Draw,
    halfway: Halfway | null,
  ) {
    super(who, halfway);
    this.plan = 'an agent does what makes sense';
  }

  protected sendingOf(model: ReferenceModel, { agentID }: Page): Sending {
    const command = oneOf(sensible(model.company.get(agentID)), this.draw.choice);
    return { command, parameters: plainParameters(command, agentID, this.draw), isInvalid: false };
  }
}

/** An agent gives a command, whether it makes sense or not. */
export class AnyCommand extends CommandStep {
  protected readonly plan: string;

  constructor(
    who: number,
    private readonly sending: Sending,
    halfway: Halfway | null,
  ) {
    super(who, halfway);
    this.plan = `an agent: ${sending.command}`;
  }

  protected sendingOf(_model: ReferenceModel, { agentID, state }: Page): Sending | null {
    const { command, parameters, isInvalid } = this.sending;
    // A subject without a state need not check parameters either: the service, which is no page's matter, would stumble.
    if (isInvalid && state === null) return null;
    // A valid initAgent is always for the page's own agent.
    const isMine = command === 'initAgent' && !isInvalid;
    return isMine ? { command, parameters: { ...(parameters as object), agent: agentID }, isInvalid } : this.sending;
  }
}
