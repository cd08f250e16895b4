/** A customer's number or an agent's work number: who somebody is, whatever phone he uses. */
export type Name = string;

/** What a person standing beside somebody would say that his phone is doing. */
export type Scene =
  | { readonly is: 'nothing' }
  /** Has called somebody and waits. `hasTalked`: a talk came before, so there will be something to wrap up. */
  | { readonly is: 'calling'; readonly whom: Name; readonly hasTalked: boolean }
  /** `shown`: whom the phone shows, who may wait to be handed over; `until`: epoch ms; null: not known. */
  | { readonly is: 'rung'; readonly by: Name; readonly shown: Name; readonly until: number | null }
  /** `handingTo`: whom the agent is handing the talk to, who has not answered yet. */
  | { readonly is: 'talking'; readonly to: Name; readonly handingTo: Name | null }
  /** `afterConsult`: because somebody who was asked has gone; null: not known. */
  | { readonly is: 'holding'; readonly whom: Name; readonly afterConsult: boolean | null }
  | { readonly is: 'consulting'; readonly about: Name; readonly third: Name; readonly hasAnswered: boolean }
  | { readonly is: 'conferring'; readonly to: readonly [Name, Name] }
  /** `until`: epoch ms; null: until somebody says so. */
  | { readonly is: 'wrapping up'; readonly until: number | null };

/** How an agent has signed in. */
export type SignedIn = 'online' | 'dnd' | 'break' | 'locked';

/** Somebody with a phone: a customer, or an agent. */
export interface Person {
  readonly name: Name;
  readonly isAgent: boolean;
  scene: Scene;
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
}

export const NOTHING: Scene = { is: 'nothing' };

export function person(name: Name, isAgent: boolean): Person {
  const phone = { scene: NOTHING, isMuted: false, isAway: false, givesExtensionBack: false, hasTelephone: false };
  return { name, isAgent, ...phone, signedIn: null, reasonCode: null, missed: 0 };
}

/** Everybody whom somebody is on the phone with. */
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
