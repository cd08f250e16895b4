/** A packet of RTP (RFC 3550, section 5.1); contributing sources and extensions are skipped when read. */
export interface RtpPacket {
  readonly payloadType: number;
  /** First packet after a pause, or of an event. */
  readonly marker: boolean;
  readonly sequence: number;
  /** In samples. */
  readonly timestamp: number;
  readonly source: number;
  readonly payload: Uint8Array;
}

const HEADER = 12;

export function writeRtp(packet: RtpPacket): Buffer {
  const buffer = Buffer.alloc(HEADER + packet.payload.length);
  buffer.writeUInt8(0x80, 0);
  buffer.writeUInt8((packet.marker ? 0x80 : 0) | packet.payloadType, 1);
  buffer.writeUInt16BE(packet.sequence & 0xffff, 2);
  buffer.writeUInt32BE(packet.timestamp >>> 0, 4);
  buffer.writeUInt32BE(packet.source >>> 0, 8);
  buffer.set(packet.payload, HEADER);
  return buffer;
}

/** The packet in a datagram, or null if it is none. */
export function readRtp(datagram: Buffer): RtpPacket | null {
  if (datagram.length < HEADER || datagram.readUInt8(0) >> 6 !== 2) return null;
  const flags = datagram.readUInt8(0);
  let start = HEADER + (flags & 0x0f) * 4;
  if ((flags & 0x10) !== 0) {
    if (datagram.length < start + 4) return null;
    start += 4 + datagram.readUInt16BE(start + 2) * 4;
  }
  const padding = (flags & 0x20) === 0 ? 0 : (datagram.at(-1) ?? 0);
  const end = datagram.length - padding;
  if (end < start) return null;
  return {
    payloadType: datagram.readUInt8(1) & 0x7f,
    marker: (datagram.readUInt8(1) & 0x80) !== 0,
    sequence: datagram.readUInt16BE(2),
    timestamp: datagram.readUInt32BE(4),
    source: datagram.readUInt32BE(8),
    payload: datagram.subarray(start, end),
  };
}
