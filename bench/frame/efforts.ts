/** How thoroughly it is measured. */
export interface Effort {
  /** In how many processes each thing is measured. */
  readonly rounds: number;
  /** How many ms of CPU time each process measures for. */
  readonly ms: number;
}

export const EFFORTS = {
  measure: { rounds: 3, ms: 3000 },
  check: { rounds: 2, ms: 2000 },
  against: { rounds: 5, ms: 1500 },
} as const satisfies Readonly<Record<string, Effort>>;
