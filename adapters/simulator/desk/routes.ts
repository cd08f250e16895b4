import { workOf, type Agent, type Routes } from './agent.js';
import type { Desk } from './context.js';
import type { Request } from './request.js';

const RULE_NAMES: Readonly<Record<string, string>> = {
  '1': 'Company number pool, at random',
  '2': 'Dynamic display number plan',
  '3': "Agent's number pool",
};

/** The number a customer sees, as asked for or as the agent's outbound routing says; may be empty. */
export function shownNumber(desk: Desk, { agent, params }: Request): string {
  const ani = params.text('ANI');
  if (ani !== '') return ani;
  const { routes } = agent;
  if (params.text('outboundPlanCode') === '' && routes.rule === '3' && routes.number !== null) return routes.number;
  const { numbers } = desk.floor;
  return numbers[desk.random.between(0, numbers.length - 1)] ?? '';
}

/** Rules, plans and numbers of an agent, with the marks on what is set. */
function routesResult(desk: Desk, { agentID, agentUUID, name, routes }: Agent): Readonly<Record<string, unknown>> {
  const planName = (code: string): string => desk.floor.plans.find((plan) => plan.code === code)?.name ?? code;
  return {
    agentUUID,
    agentID,
    agentName: name,
    explicitRule: routes.rules.map((code) => ({
      code,
      name: RULE_NAMES[code] ?? code,
      hasSet: code === routes.rule,
    })),
    explicitSchema: routes.plans.map((code) => ({ code, planName: planName(code), hasSet: code === routes.plan })),
    explicitNumbers: routes.numbers.map((number) => ({
      number,
      nickName: `Line ${String(routes.numbers.indexOf(number) + 1)}`,
      hasSet: number === routes.number,
    })),
  };
}

export function queryRoutes(desk: Desk, request: Request): void {
  request.succeed(routesResult(desk, request.agent));
}

/** Sets what the parameters say; false if they are not among what the agent may use. */
function applyRoute(routes: Routes, { params }: Request): boolean {
  const rule = params.text('explicitRule');
  const plan = params.text('explicitCode');
  const number = params.text('explicitNumber');
  if (!routes.rules.includes(rule)) return false;
  if (rule === '2' && !routes.plans.includes(plan)) return false;
  if (rule === '3' && !routes.numbers.includes(number)) return false;
  routes.rule = rule;
  if (rule === '2') routes.plan = plan;
  if (rule === '3') routes.number = number;
  return true;
}

/** Allowed while the agent is available: online, and not on a call. */
export function setRoute(desk: Desk, request: Request): void {
  const { agent } = request;
  if (workOf(agent) !== 'idle') request.fail(agent.acw === null ? '330035' : '330013');
  else if (agent.login !== 'online') request.fail('330081');
  else if (!applyRoute(agent.routes, request)) request.fail('330147');
  else request.succeed(routesResult(desk, agent));
}
