/** An agent, as the person at the desk. */
export interface Person {
  readonly name: string;
  readonly agentID: string;
  /** How the calls are answered: in the web page, or with a SIP phone on the desk. */
  readonly phoneType: 'webrtc' | 'sip';
  readonly ext: string;
  /** May force others, and takes no calls of the queue. Default: false. */
  readonly isSupervisor?: boolean;
  /** For the list of the cast. */
  readonly part: string;
}

/** A customer, as a person. */
export interface Stranger {
  readonly name: string;
  readonly number: string;
  /** Callers get the engaged tone. Default: false. */
  readonly isBusy?: boolean;
  readonly part: string;
}

export const ANNA: Person = {
  name: 'Anna',
  agentID: '1001',
  phoneType: 'webrtc',
  ext: '8001',
  part: 'agent, phone in the web page',
};

export const BEN: Person = {
  name: 'Ben',
  agentID: '1002',
  phoneType: 'sip',
  ext: '8002',
  part: 'agent, SIP phone on the desk',
};

export const CARLA: Person = {
  name: 'Carla',
  agentID: '1003',
  phoneType: 'webrtc',
  ext: '8003',
  isSupervisor: true,
  part: 'supervisor',
};

export const DORA: Stranger = { name: 'Dora', number: '13512345678', part: 'customer' };
export const EMIL: Stranger = { name: 'Emil', number: '13687654321', part: 'customer' };
export const FAY: Stranger = { name: 'Fay', number: '13700001111', isBusy: true, part: 'customer, always on the phone' };

export const AGENTS: readonly Person[] = [ANNA, BEN, CARLA];
export const CUSTOMERS: readonly Stranger[] = [DORA, EMIL, FAY];

/** The number of the queue that Anna and Ben take the calls of. */
export const SERVICE = '4001';
