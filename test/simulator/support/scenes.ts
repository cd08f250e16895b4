import type { CallCentreOptions, Customer } from '../../../adapters/simulator/index.js';
import { CUSTOMER, openFloor, type Desk, type Floor } from './floor.js';

export interface Scene extends Floor {
  /** Agent 1001. */
  readonly desk: Desk;
  readonly customer: Customer;
}

export interface ConsultScene extends Scene {
  /** Agent 1002. */
  readonly other: Desk;
}

/** Agent 1001 is ready. */
export function readyScene(options: Partial<CallCentreOptions> = {}, login: object = {}): Scene {
  const floor = openFloor(options);
  const desk = floor.signIn('1001', login);
  return { ...floor, desk, customer: floor.centre.customer(CUSTOMER) };
}

/** A customer's call rings at agent 1001. */
export function ringingScene(options: Partial<CallCentreOptions> = {}, login: object = {}): Scene {
  const scene = readyScene(options, login);
  scene.customer.dial('1001');
  scene.rest();
  scene.desk.news();
  return scene;
}

/** Agent 1001 talks with a customer who has called. */
export function talkingScene(options: Partial<CallCentreOptions> = {}): Scene {
  const scene = ringingScene(options);
  scene.desk.run('answer');
  scene.desk.news();
  return scene;
}

/** Agent 1001 consults agent 1002, who rings. */
export function consultRingingScene(options: Partial<CallCentreOptions> = {}): ConsultScene {
  const scene = talkingScene(options);
  const other = scene.signIn('1002');
  scene.desk.run('initiateConsult', { targetType: '0', target: '1002' });
  scene.desk.news();
  other.news();
  return { ...scene, other };
}

/** Agent 1001 talks with agent 1002, while the customer is on hold. */
export function consultingScene(options: Partial<CallCentreOptions> = {}): ConsultScene {
  const scene = consultRingingScene(options);
  scene.other.run('answer');
  scene.desk.news();
  scene.other.news();
  return scene;
}

/** Customer and agents 1001 and 1002 talk. */
export function conferenceScene(options: Partial<CallCentreOptions> = {}): ConsultScene {
  const scene = consultingScene(options);
  scene.desk.run('consultConference');
  scene.desk.news();
  scene.other.news();
  return scene;
}
