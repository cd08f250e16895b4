import type { FloorOptions } from '../../options/floor-options.js';

/** The floor that is served when no other is given: large enough to consult, transfer and queue. */
export const DEFAULT_FLOOR: FloorOptions = {
  agents: [
    { agentID: '1001', name: 'Ada', ext: '1000', mobile: '13800000001', queues: ['sales'], supervisor: true },
    { agentID: '1002', name: 'Ben', ext: '2000', mobile: '13800000002', queues: ['sales'] },
    { agentID: '1003', name: 'Chen', ext: '3000', mobile: '13800000003', queues: ['sales'] },
  ],
  customers: [
    { number: '13512345678', name: 'Dora', answer: 2000 },
    { number: '13687654321', name: 'Emil', answer: 'busy' },
    { number: '13700001111', name: 'Fay' },
  ],
  queues: [{ name: 'sales', number: '4008' }],
};
