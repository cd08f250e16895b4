import { propertyRun } from '../support/property-run.js';

propertyRun(1);
