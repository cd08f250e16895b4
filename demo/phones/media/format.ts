/** Telephone audio as it is on the wire: PCMU, 8000 samples a second, 20 ms a packet (RFC 3551). */
export const SAMPLE_RATE = 8000;
export const PACKET_MS = 20;
export const PACKET_SAMPLES = (SAMPLE_RATE * PACKET_MS) / 1000;
/** The static payload type of PCMU. */
export const PCMU = 0;
/** The payload type that is offered for keys (RFC 4733); 101 is what most phones use. */
export const TELEPHONE_EVENT = 101;
/** The loudest sample there can be. */
export const FULL_SCALE = 32768;
