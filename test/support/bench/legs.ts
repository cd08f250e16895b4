/** The customer's leg, as every call event of it names it. */
export const CUSTOMER = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound', otherDN: '13800138000' };
/** The consulted third party's leg, of the same call as the customer's. */
export const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult', otherDN: '1002' };
/** A leg that nobody has heard of. */
export const STRANGER = { callID: 'call-9', partyID: 'party-9', callType: 'Inbound', otherDN: '13900139000' };
