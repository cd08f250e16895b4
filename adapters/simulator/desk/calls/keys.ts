import { workOf, type Agent } from '../agent.js';
import type { Desk } from '../context.js';
import type { ErrorCode } from '../errors.js';
import { tellParty } from '../messages.js';
import type { Request } from '../request.js';
import type { DeskLeg } from './call.js';
import { beginAside, failOperation, finishOperation } from './operation.js';

function refusalOf(agent: Agent, keys: string): ErrorCode | null {
  const work = workOf(agent);
  if (agent.main?.held === true && (work !== 'consulting' || agent.consult?.held === true)) return '391026';
  const connected = work === 'consulting' ? agent.consult?.state === 'talking' : true;
  if (!connected || !['talking', 'consulting', 'conferencing'].includes(work)) return '330061';
  if (keys === '') return '330130';
  return /^[0-9*#]{1,24}$/.test(keys) ? null : '330131';
}

export function sendDtmf(desk: Desk, request: Request): void {
  const { agent } = request;
  const keys = request.params.text('dtmfDigits');
  const refusal = refusalOf(agent, keys);
  const leg = agent.main?.leg;
  if (refusal !== null || leg == null) {
    request.fail(refusal ?? '330061');
    return;
  }
  const operation = beginAside(desk, request);
  desk.exchange.sendKeys(leg.id, keys, (error) => {
    if (error === undefined) finishOperation(operation);
    else failOperation(operation, '330061');
  });
}

/** The switch says that a leg has sent keys: in a consult, to whoever does not wait. */
export function legSentKeys(desk: Desk, leg: DeskLeg, keys: string): void {
  const talking = [...leg.parties].reverse().filter(({ state }) => state === 'talking');
  const party = talking.find(({ held }) => !held) ?? talking[0];
  if (party !== undefined) tellParty(desk, party, 'EventDtmfSent', { fields: { dtmfDigits: keys } });
}
