import { code, parameters, requiredText } from './schemas.js';

/** To whom a call is transferred, or who is consulted. */
export const target = () =>
  parameters({
    /** 0: agent, 1: third-party number, 2: extension. */
    targetType: code('0', '1', '2'),
    /** Work number or id of the agent, phone number, or extension. */
    target: requiredText(),
  });
