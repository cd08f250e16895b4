import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { readRtp, writeRtp, type RtpPacket } from './rtp-packet.js';

/** One end of a stream of RTP packets: a UDP port of its own. */
export class RtpSocket {
  readonly #socket: Socket;
  #remote: { readonly address: string; readonly port: number } | null = null;
  #closed: Promise<void> | null = null;

  private constructor(socket: Socket, onPacket: (packet: RtpPacket) => void) {
    this.#socket = socket;
    socket.on('message', (datagram, from) => {
      // Packets for an earlier user of this port may still come, and RTCP of a neighbour comes here.
      if (from.port !== this.#remote?.port) return;
      const packet = readRtp(datagram);
      if (packet !== null) onPacket(packet);
    });
    // A port that nobody listens to any more is told as an error of the next sending. RTP does not care.
    socket.on('error', () => undefined);
  }

  /** @param address the own address to bind to */
  static async open(address: string, onPacket: (packet: RtpPacket) => void): Promise<RtpSocket> {
    const socket = createSocket('udp4');
    socket.bind(0, address);
    try {
      await once(socket, 'listening');
    } catch (error) {
      socket.close();
      throw error;
    }
    return new RtpSocket(socket, onPacket);
  }

  get port(): number {
    return this.#socket.address().port;
  }

  /** Where packets go, and the only place from which they are taken. */
  talkTo(address: string, port: number): void {
    this.#remote = { address, port };
  }

  send(packet: RtpPacket): void {
    if (this.#remote === null || this.#closed !== null) return;
    this.#socket.send(writeRtp(packet), this.#remote.port, this.#remote.address, () => undefined);
  }

  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => this.#socket.close(resolve));
    return this.#closed;
  }
}
