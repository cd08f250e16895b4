import type { CommandName, QualityLetter } from '../../sobot/index.js';
import type { Floor } from '../floor/floor.js';
import { CUSTOMERS } from '../floor/house.js';
import { isLinked } from '../floor/judge.js';
import type { Page } from '../floor/page.js';
import { phoneOf } from './own-phone.js';
import { oneOf, plainParameters } from './plain-parameters.js';

/** How long a link is down that comes back by itself, in ms. */
const AN_OUTAGE = 5000;

/** Takes an agent, step by step as people would, to where chance seldom leads. */
export class Guide {
  constructor(
    private readonly floor: Floor,
    private readonly index: number,
  ) {}

  get page(): Page {
    return this.floor.pageAt(this.index);
  }

  send(command: CommandName, parameters: object = plainParameters(command, this.page.agentID, { choice: 0, target: 0, detail: 0 })): void {
    this.floor.call(this.page, command, parameters);
  }

  /** Sends a command, and what it starts comes to its end. */
  async does(command: CommandName, parameters?: object): Promise<void> {
    this.send(command, parameters);
    await this.floor.rest();
  }

  /** Sends a command, and everything stops when so many messages have reached the page. */
  async begins(command: CommandName, messages: number, parameters?: object): Promise<void> {
    this.send(command, parameters);
    await this.arrives(messages);
  }

  /** Everything goes on until so many messages have reached the page. */
  async arrives(messages: number): Promise<void> {
    await this.floor.untilArrived(this.page, messages);
  }

  loads(): void {
    this.floor.reload(this.index, false);
  }

  async connects(): Promise<void> {
    if (isLinked(this.floor, this.page)) return;
    this.loads();
    await this.does('initAgent');
  }

  /** Connected and not signed in. */
  async isOut(): Promise<void> {
    await this.connects();
    if (this.#truth.login !== 'offline') await this.does('resetLogout');
  }

  /** Signed in, online, and without a call. */
  async isReady(): Promise<void> {
    await this.connects();
    if (this.#truth.login === 'offline') await this.does('login');
    if (!['idle', 'acw'].includes(this.#truth.work)) await this.does('hangup');
    if (this.#truth.work === 'acw') await this.does('completeACW');
    if (this.#truth.login !== 'online') await this.does('ready');
  }

  /** On the phone with a customer. */
  async talks(): Promise<void> {
    await this.isReady();
    await this.does('makeCall', { otherDN: this.#free(0) });
    await this.#answers(0);
  }

  /** On the phone with a customer, and asks another number. */
  async consults(isAnswered: boolean): Promise<void> {
    await this.talks();
    await this.does('initiateConsult', { targetType: '1', target: this.#free(1) });
    if (isAnswered) await this.#answers(1);
  }

  /** The agent presses a button of the phone itself, if there is one, and it is good for something. */
  async presses(button: 'hold' | 'retrieve' | 'swap'): Promise<void> {
    try {
      phoneOf(this.floor, this.#truth)?.[button]();
    } catch {
      // One has not got to where it is.
    }
    await this.floor.rest();
  }

  /** The dialer offers the agent a call to a customer, if it can. */
  isDialledFor(): void {
    try {
      this.floor.centre.dialFor(this.page.agentID, this.#free(0), { kind: 'preview' });
    } catch {
      // The agent has not got to where calls come.
    }
  }

  /** The consulted party does not take the call. */
  async isRejected(): Promise<void> {
    const third = this.floor.customer(oneOf(CUSTOMERS, 1));
    if (third.state === 'ringing') third.reject();
    await this.floor.rest();
  }

  /** So many calls ring in vain that the system takes the agent out. */
  async misses(calls: number): Promise<void> {
    await this.isReady();
    for (let call = 0; call < calls; call += 1) {
      this.floor.customer(this.#free(0)).dial(this.page.agentID);
      await this.floor.rest();
      await this.does('rejectCall');
    }
  }

  async isDisplaced(): Promise<void> {
    await this.isReady();
    this.floor.centre.faults.secondEnd(this.page.agentID);
    await this.floor.rest();
  }

  /** The next such message to this agent is lost. */
  loses(messageID: string): void {
    this.floor.centre.faults.drop(messageID, { times: 1, agentID: this.page.agentID });
  }

  /** The service does the next such command, and does not answer it. */
  losesAnswer(command: CommandName): void {
    const { faults } = this.floor.centre;
    // If the command is not taken now, it is the next one's answer that is lost.
    this.floor.suffers(() => faults.loseCallbacks(command, { times: 1, agentID: this.page.agentID }), false);
  }

  /** The quality of the line is measured, `e` very good to `a` very poor. */
  async measures(quality: QualityLetter): Promise<void> {
    await this.isReady();
    this.floor.measures(this.page, quality);
  }

  /** The connection is gone for a moment. */
  async blinks(): Promise<void> {
    this.floor.blink(this.page);
    await this.floor.rest();
  }

  /** The page is loaded anew, and nothing of it is stored. */
  reloads(): void {
    this.floor.reload(this.index, false);
  }

  /** The link is down within the service for a while, and the page knows it. */
  isInterrupted(): void {
    this.floor.centre.faults.interrupt(this.page.sdk, { ms: AN_OUTAGE });
    this.page.knowledge.isDisturbed();
  }

  /** The page is told what the call centre has not sent. */
  isTold(messageID: string, attributes: Readonly<Record<string, unknown>>): void {
    const now = this.floor.clock.now();
    this.page.knowledge.isLiedTo(this.#truth.call?.callID ?? null);
    this.floor.deliver(
      this.page,
      { messageID, creationTime: now, ...attributes },
      messageID,
      `${messageID}, which the call centre has not sent`,
    );
  }

  /** The same, of the agent's call. */
  isToldOfCall(messageID: string): void {
    const { callID, partyID, callType } = this.#truth.call ?? {};
    this.isTold(messageID, { callID, partyID, callType });
  }

  /** The customer hangs up. */
  isLeft(): void {
    const phone = this.floor.customer(oneOf(CUSTOMERS, 0));
    if (phone.state !== 'idle') phone.hangup();
  }

  get #truth() {
    return this.floor.centre.truth(this.page.agentID);
  }

  /** The number of a customer who has no call. */
  #free(index: number): string {
    const name = oneOf(CUSTOMERS, index);
    const phone = this.floor.customer(name);
    if (phone.state !== 'idle') phone.hangup();
    return name;
  }

  async #answers(index: number): Promise<void> {
    const phone = this.floor.customer(oneOf(CUSTOMERS, index));
    if (phone.state === 'ringing') phone.answer();
    await this.floor.rest();
  }
}
