import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** A TCP port of loopback that is free now. */
export function freeTcpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** A UDP port of loopback that is free now. */
export function freeUdpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4').on('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

/** How many ports for sound one PBX has: two for each leg. */
const RTP_PORTS = 400;

/** Ports for sound; where two ranges overlap, the PBX takes the next port that is free. */
export function someRtpPorts(): { readonly first: number; readonly last: number } {
  const first = 20_000 + 2 * Math.floor(Math.random() * 6000);
  return { first, last: first + RTP_PORTS };
}
