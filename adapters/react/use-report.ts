import { useEffect, useInsertionEffect, useRef } from 'react';
import { onReportOf } from '../../src/any-agent/any-agent.js';
import type { AgentReport } from '../../src/agent/report.js';
import { useAgentFor, type AgentOption } from './agent-context.js';

/**
 * Listens to what the states alone do not tell, such as why a call has ended, while the component is mounted. The listener
 * of the last render is called; another one at each render is no new subscription.
 *
 * @throws Error if there is neither a provider nor the option `agent`.
 */
export function useReport(listener: (report: AgentReport) => void, { agent: given }: AgentOption = {}): void {
  const agent = useAgentFor('useReport', given);
  const last = useRef(listener);
  useInsertionEffect(() => {
    last.current = listener;
  });
  useEffect(
    () =>
      onReportOf(agent, (report) => {
        last.current(report);
      }),
    [agent],
  );
}
