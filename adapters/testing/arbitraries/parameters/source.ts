/** Where parameters take their values from, so that they make sense on a floor. */
export interface ParameterSource {
  /** Work numbers of agents. Default: `1001`, `1002`, `1003`. */
  readonly agentIDs?: readonly string[];
  /** Extensions. Default: `8001`, `8002`, `8003`. */
  readonly exts?: readonly string[];
  /** Telephone numbers of customers and others outside. Default: three. */
  readonly numbers?: readonly string[];
  /** Telephone numbers of agents, for `bindMobile`. Default: two. */
  readonly mobiles?: readonly string[];
  /** Numbers that a customer can be shown. Default: two. */
  readonly shownNumbers?: readonly string[];
  /** Codes of schemes that pick the shown number. Default: `plan-1`. */
  readonly plans?: readonly string[];
  /** The tenant. Default: `company-1`. */
  readonly companyId?: string;
  /** Tokens that `initAgent` may present. Default: one. */
  readonly tokens?: readonly string[];
}

const DEFAULTS: Required<ParameterSource> = {
  agentIDs: ['1001', '1002', '1003'],
  exts: ['8001', '8002', '8003'],
  numbers: ['13512345678', '13512345679', '135****5678'],
  mobiles: ['13900001001', '13900001002'],
  shownNumbers: ['4008001001', '4008001002'],
  plans: ['plan-1'],
  companyId: 'company-1',
  tokens: ['token-of-an-agent'],
};

/** The given values, and defaults where there are none: an arbitrary must have something to choose from. */
export function resolveSource(given: ParameterSource): Required<ParameterSource> {
  const hasValues = (value: unknown) => value !== undefined && (!Array.isArray(value) || value.length > 0);
  return { ...DEFAULTS, ...Object.fromEntries(Object.entries(given).filter(([, value]) => hasValues(value))) };
}
