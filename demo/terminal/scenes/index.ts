import { afterCallWork } from './after-call-work.js';
import { breakAndSuperseded } from './break-and-superseded.js';
import { consultAndConference } from './consult-and-conference.js';
import { displaced } from './displaced.js';
import { evening } from './evening.js';
import { inboundCall } from './inbound-call.js';
import { morning } from './morning.js';
import { outboundCall } from './outbound-call.js';
import { pageReload } from './page-reload.js';
import type { Scene } from './scene.js';
import { supervisor } from './supervisor.js';
import { transfer } from './transfer.js';

/** The day, from the first page that is opened to the last agent who goes home. */
export const SCENES: readonly Scene[] = [
  morning,
  inboundCall,
  consultAndConference,
  afterCallWork,
  outboundCall,
  transfer,
  breakAndSuperseded,
  pageReload,
  supervisor,
  displaced,
  evening,
];
