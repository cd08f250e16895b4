import type { RemoteFloor } from '../../../../adapters/simulator/socket/client/remote-floor.js';
import type { SimulatedSdk } from '../../../../adapters/simulator/index.js';
import type { DesktopSetup } from '../../setup.js';

/** A phone in somebody's hand, as the panel shows it. */
export interface PhoneSight {
  readonly state: 'idle' | 'dialing' | 'ringing' | 'talking' | 'held';
  /** Extensions and numbers of those it is talking with. */
  readonly peers: readonly string[];
  /** How its last call ended; null before. */
  readonly lastRelease: string | null;
}

/** The keys of any phone, and those that a phone on a desk has besides. */
export type PhoneAction = 'answer' | 'reject' | 'hangup';
type DeskKey = 'hold' | 'retrieve' | 'swap';

/** The telephones beside the desk: customers' and desk phones. Every method rejects with the reason if it cannot be done. */
export interface Telephones {
  view(dn: string): Promise<PhoneSight>;
  dial(dn: string, target: string): Promise<void>;
  act(dn: string, action: PhoneAction): Promise<void>;
  /** The keys that phones on a desk have here: a real one has a single call, and nothing to swap. */
  readonly deskKeys: readonly DeskKey[];
  press(dn: string, key: DeskKey): Promise<void>;
  /** Calls `changed` whenever a phone may show something else; returns how to stop it. */
  watch(changed: () => void): () => void;
}

/** The part of the floor's remote control that the panel needs. */
export type FloorControl = Pick<RemoteFloor, 'dialFor' | 'truth' | 'faults'>;

/** The way to a call centre: in this page, or at its server. */
export interface Door {
  readonly setup: DesktopSetup;
  /** A new page of an agent: an object shaped exactly like `new SobotClient.agent()`. */
  connect(): SimulatedSdk;
  readonly telephones: Telephones;
  readonly control: FloorControl;
}
