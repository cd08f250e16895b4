/** The contract's table of what is allowed when; it is part of the kit that integrators test with. */
export {
  ALLOWED_WHEN,
  CALL_COMMANDS,
  expectedRefusal,
  LOGIN_COMMANDS,
  UNBLOCKED,
  type Situation,
} from '../../adapters/testing/model/allowed-when.js';
