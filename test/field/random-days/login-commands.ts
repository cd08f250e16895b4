import { IN_AFTER_CALL_WORK, IN_A_CALL, SIGNED_OUT } from './refusal-codes.js';
import { sayRegain } from './regain.js';
import type { Service } from './service.js';

type Accept = (result?: object) => void;

/** How the service performs the commands that have callbacks, or returns the code by which it refuses. */
export const LOGIN_COMMANDS = {
  /** A fresh page of this agent's is told how everything is, and takes back what another end has taken. */
  initAgent({ service, accept }) {
    const { truth } = service;
    truth.isDisplaced = false;
    truth.saidAt.login = service.time;
    accept();
    if (truth.login !== 'offline') sayRegain(service, true);
  },
  login({ service, accept }) {
    const { truth } = service;
    if (truth.isBusy || truth.isInAfterCallWork) return IN_A_CALL;
    truth.isDisplaced = false;
    service.logsIn('online');
    accept({ agentState: '1' });
  },
  logout({ service, accept }) {
    const { truth } = service;
    if (truth.login === 'offline') return SIGNED_OUT;
    if (truth.isBusy) return IN_A_CALL;
    if (truth.isInAfterCallWork) return IN_AFTER_CALL_WORK;
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
  ready: ({ service, accept }) => becomes('online', service, accept),
  notReady: ({ service, accept }) => becomes('break', service, accept),
} as const satisfies Readonly<Record<string, (asked: Asked) => string | undefined>>;

export interface Asked {
  readonly service: Service;
  readonly accept: Accept;
}

function becomes(login: 'online' | 'break', service: Service, accept: Accept): string | undefined {
  if (service.truth.login === 'offline') return SIGNED_OUT;
  service.logsIn(login);
  service.endAfterCallWork();
  accept();
  service.sayLogin();
}
