/** A customer's number or an agent's work number: who somebody is, whatever phone he uses. */
export type Name = string;

/** The activity of somebody's phone, as a person standing beside him would tell it. */
export type Scene =
  | { readonly is: 'nothing' }
  /** Has called somebody and waits. */
  | { readonly is: 'calling'; readonly whom: Name }
  /** `shown`: whom the phone shows, who may wait to be handed over; `until`: epoch ms; null: not known. */
  | { readonly is: 'rung'; readonly by: Name; readonly shown: Name; readonly until: number | null }
  /** `handingTo`: whom the agent is handing the talk to, who has not answered yet. */
  | { readonly is: 'talking'; readonly to: Name; readonly handingTo: Name | null }
  /** `afterConsult`: because somebody who was asked has gone; null: not known. */
  | { readonly is: 'holding'; readonly whom: Name; readonly afterConsult: boolean | null }
  /** `onHold`: which of the two waits while the agent talks to the other. */
  | {
      readonly is: 'consulting';
      readonly about: Name;
      readonly third: Name;
      readonly hasAnswered: boolean;
      readonly onHold: 'customer' | 'thirdParty';
    }
  /** `isHeld`: this one hears nothing of it for the moment, and is not heard. */
  | { readonly is: 'conferring'; readonly to: readonly [Name, Name]; readonly isHeld: boolean }
  /** `until`: epoch ms; null: until somebody says so. */
  | { readonly is: 'wrapping up'; readonly until: number | null };

/** A call beside the one in hand. A talk among them goes on at another phone of the same person. */
export type WaitingCall = Extract<Scene, { readonly is: 'calling' | 'rung' | 'talking' | 'holding' }>;

/** How an agent has signed in. */
export type SignedIn = 'online' | 'dnd' | 'break' | 'locked';

/** Somebody with a phone: a customer, or an agent. */
export interface Person {
  readonly name: Name;
  readonly isAgent: boolean;
  /** The call in hand, or what there is to do instead. */
  scene: Scene;
  /** Other calls. */
  waiting: readonly WaitingCall[];
  /** A talk is over, and what it left to do waits until the last call is over; null: not known. */
  owesWrapUp: boolean | null;
  isMuted: boolean;
  /** Null for whoever is not signed in, and for customers. */
  signedIn: SignedIn | null;
  /** 2 for do not disturb, 11 to 18 for a break, else null. */
  reasonCode: number | null;
  /** Calls in a row that the agent did not take. */
  missed: number;
  /** Nobody knows whether calls reach this phone: its page is away. */
  isAway: boolean;
  /** Has asked that the extension be given back on logout: nobody knows whether there is one at the next login. */
  givesExtensionBack: boolean;
  /** Takes calls with a telephone of his own, which answers by itself. */
  hasTelephone: boolean;
  /** Phones that ring for each call. */
  phones: number;
  /** Phones that still ring for the call; null: not known. */
  ringingPhones: number | null;
  /** Whether the service knows the phone as registered; null: not known. */
  device: 'registered' | 'lost' | null;
  /** A phone was lost once: nobody knows whether it is the one of the next login. */
  hasLostPhone: boolean;
}

export const NOTHING: Scene = { is: 'nothing' };

export function person(name: Name, isAgent: boolean): Person {
  const calls = { scene: NOTHING, waiting: [], owesWrapUp: false, isMuted: false };
  const phone = {
    isAway: false,
    givesExtensionBack: false,
    hasTelephone: false,
    phones: 1,
    ringingPhones: null,
    device: null,
    hasLostPhone: false,
  };
  return { name, isAgent, ...calls, ...phone, signedIn: null, reasonCode: null, missed: 0 };
}

/** Everybody whom somebody is on the phone with, by one of the calls. */
export function companyOf(scene: Scene): readonly Name[] {
  switch (scene.is) {
    case 'calling':
    case 'holding':
      return [scene.whom];
    case 'rung':
      return [scene.by];
    case 'talking':
      return scene.handingTo === null ? [scene.to] : [scene.to, scene.handingTo];
    case 'consulting':
      return [scene.about, scene.third];
    case 'conferring':
      return scene.to;
    default:
      return [];
  }
}

/** All calls of somebody, the one in hand first. */
export function callsOf({ scene, waiting }: Person): readonly Scene[] {
  return [scene, ...waiting];
}

/** The call that somebody has with this one, in hand or waiting. */
export function callWith(one: Person, other: Name): Scene {
  return callsOf(one).find((call) => companyOf(call).includes(other)) ?? NOTHING;
}
