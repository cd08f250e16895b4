/** Longest message a client may send, in bytes; longer ones are refused. */
export const MAX_TO_SERVER = 64 * 1024;

/** Longest message a server sends, in bytes; a client gives up a server that sends more. */
export const MAX_TO_CLIENT = 1024 * 1024;

/** Deepest nesting of a message. Deeper ones are of no use, and walking through them costs. */
export const MAX_DEPTH = 32;
