import { PACKET_MS, PCMU, TELEPHONE_EVENT } from './format.js';

/** The direction of the media: `sendonly` is the phone that holds, `recvonly` the one that is held (RFC 3264). */
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** One end of a call's audio: plain RTP with PCMU. */
export interface AudioDescription {
  readonly address: string;
  readonly port: number;
  readonly direction: Direction;
  /** Payload type of keys; null: this end knows none. */
  readonly telephoneEvent: number | null;
}

const DIRECTIONS = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;

/** @param session id and version of the session: the version grows with every description sent */
export function writeSdp(own: AudioDescription, session: { id: number; version: number }): string {
  const keys = own.telephoneEvent;
  return [
    'v=0',
    `o=- ${session.id} ${session.version} IN IP4 ${own.address}`,
    's=-',
    `c=IN IP4 ${own.address}`,
    't=0 0',
    `m=audio ${own.port} RTP/AVP ${PCMU}${keys === null ? '' : ` ${keys}`}`,
    `a=rtpmap:${PCMU} PCMU/8000`,
    ...(keys === null ? [] : [`a=rtpmap:${keys} telephone-event/8000`, `a=fmtp:${keys} 0-15`]),
    `a=ptime:${PACKET_MS}`,
    `a=${own.direction}`,
    '',
  ].join('\r\n');
}

/** @throws Error if there is no audio in it, or none in PCMU over plain RTP */
export function readSdp(sdp: string): AudioDescription {
  const lines = sdp.split(/\r?\n/);
  const media = lines.findIndex((line) => line.startsWith('m='));
  const after = lines.findIndex((line, index) => index > media && line.startsWith('m='));
  const session = lines.slice(0, Math.max(media, 0));
  const audio = lines.slice(Math.max(media, 0), after < 0 ? undefined : after);
  const [, port, formats = ''] = /^m=audio (\d+) RTP\/AVP (.*)$/.exec(audio[0] ?? '') ?? [];
  const address = [...audio, ...session].flatMap((line) => /^c=IN IP4 (\S+)/.exec(line)?.[1] ?? [])[0];
  if (port === undefined || address === undefined) throw new Error('The other end offers no audio over plain RTP.');
  if (!formats.split(' ').includes(String(PCMU))) throw new Error('The other end does not speak PCMU.');
  const keys = audio.flatMap((line) => /^a=rtpmap:(\d+) telephone-event\/8000/.exec(line)?.[1] ?? [])[0];
  return {
    address,
    port: Number(port),
    direction: DIRECTIONS.find((name) => [...audio, ...session].includes(`a=${name}`)) ?? 'sendrecv',
    telephoneEvent: keys === undefined ? null : Number(keys),
  };
}

/** The answer to an offer. @param holding this end wants to hold */
export function answerTo(offered: Direction, holding: boolean): Direction {
  const maySend = offered === 'sendrecv' || offered === 'recvonly';
  const mayReceive = (offered === 'sendrecv' || offered === 'sendonly') && !holding;
  if (maySend) return mayReceive ? 'sendrecv' : 'sendonly';
  return mayReceive ? 'recvonly' : 'inactive';
}

/** The payload type offered for keys. */
export const OFFERED_TELEPHONE_EVENT = TELEPHONE_EVENT;
