import { Confidential } from '../../../machines/index.js';
import { declareParameters } from './declaration.js';
import { code, parameters, requiredText } from './schemas.js';

/** To whom a call is transferred, or who is consulted. */
const target = () =>
  parameters({
    /** 0: agent, 1: third-party number, 2: extension. */
    targetType: code('0', '1', '2'),
    /** Work number or id of the agent, phone number, or extension. */
    target: requiredText(),
  });

export const singleTransfer = declareParameters({ schema: target() });

export const initiateConsult = declareParameters({
  schema: target(),
  intent: (asked) => ({ details: new Confidential(asked) }),
});
