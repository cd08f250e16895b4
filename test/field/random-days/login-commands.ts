import { IN_AFTER_CALL_WORK, IN_A_CALL, SIGNED_OUT, type Refuse } from './refuse.js';
import { sayRegain } from './regain.js';
import type { Service } from './service.js';

type Accept = (result?: object) => void;

/** How the service performs the commands that have callbacks, or refuses them with the vendor's code for it. */
export const LOGIN_COMMANDS = {
  /** A fresh page of this agent's is told how everything is, and takes back what another end has taken. */
  initAgent({ service, accept }) {
    const { truth } = service;
    truth.isDisplaced = false;
    truth.saidAt.login = service.time;
    accept();
    if (truth.login !== 'offline') sayRegain(service, true);
  },
  login({ service, accept, refuse }) {
    const { truth } = service;
    if (truth.isBusy || truth.isInAfterCallWork) { refuse(IN_A_CALL); return; }
    truth.isDisplaced = false;
    service.logsIn('online');
    accept({ agentState: '1' });
  },
  logout({ service, accept, refuse }) {
    const { truth } = service;
    if (truth.login === 'offline') { refuse(SIGNED_OUT); return; }
    if (truth.isBusy) { refuse(IN_A_CALL); return; }
    if (truth.isInAfterCallWork) { refuse(IN_AFTER_CALL_WORK); return; }
    service.logsIn('offline');
    accept();
    service.sayLogin();
  },
  /** In every status: hangs up whatever there is. */
  resetLogout({ service, accept }) {
    const { truth } = service;
    truth.calls = [];
    truth.consult = null;
    truth.owesAfterCallWork = false;
    truth.missed = null;
    truth.isMuted = false;
    service.endAfterCallWork();
    service.logsIn('offline');
    accept();
    service.sayLogin();
  },
  ready: ({ service, accept, refuse }) => becomes('online', service, accept, refuse),
  notReady: ({ service, accept, refuse }) => becomes('break', service, accept, refuse),
} as const satisfies Readonly<Record<string, (asked: Asked) => void>>;

export interface Asked {
  readonly service: Service;
  readonly accept: Accept;
  readonly refuse: Refuse;
}

function becomes(login: 'online' | 'break', service: Service, accept: Accept, refuse: Refuse): void {
  if (service.truth.login === 'offline') { refuse(SIGNED_OUT); return; }
  service.logsIn(login);
  service.endAfterCallWork();
  accept();
  service.sayLogin();
}
