import type { Quality, Reason } from '../../machines/index.js';

/** The vendor's codes for what the chart names, as `AgentState` shows them. */
export interface VendorCodes {
  /** Default: none, so that `reasonCode` is always null. */
  readonly reasons?: { readonly [Name in Reason]?: number };
  /** Default: the chart's own names. */
  readonly qualities?: { readonly [Name in Quality]?: string };
}

/** The attributes and parameters that a recording may show, by their names. Of all others it shows the kind alone. */
export interface RecordedAttributes {
  /** The names of those that hold a phone number, for which a pseudonym is shown. */
  readonly numbers?: RegExp;
  /** The names of those that are nobody's secret: ids, codes and roles. */
  readonly shown?: readonly string[];
  /** The names of secrets, and the text that stands in place of each. */
  readonly never?: Readonly<Record<string, string>>;
}

/** The vendor's own words. */
export interface VendorWords {
  readonly codes?: VendorCodes;
  readonly recorded?: RecordedAttributes;
}
