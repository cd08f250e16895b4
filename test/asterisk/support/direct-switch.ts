import { fileURLToPath } from 'node:url';
import { createAmiClient, type AmiClient } from '../../../adapters/asterisk/ami/ami-client.js';
import { startPbx } from '../../../adapters/asterisk/pbx/start-pbx.js';

/** A switch on which phones call each other directly, without a desk. */
export interface DirectSwitch {
  /** Where phones connect, and with which password. */
  readonly server: string;
  readonly password: string;
  readonly manager: AmiClient;
  /** The names of all channels there are. */
  channels(): Promise<readonly string[]>;
  /** Its process dies, and a new one takes its place. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a switch of its own, on free ports of the loopback. */
export async function startDirectSwitch(): Promise<DirectSwitch> {
  const pbx = await startPbx({ moreConf: fileURLToPath(new URL('direct', import.meta.url)) });
  const manager = createAmiClient({ ...pbx.connection.ami, patience: 2000 });
  return {
    server: pbx.sip.webSocket,
    password: pbx.sip.password,
    manager,
    channels: async () => ((await pbx.ari.request('GET', '/channels')) as { name: string }[]).map(({ name }) => name),
    restart: async () => {
      await pbx.crash();
      await pbx.start();
    },
    stop: async () => {
      manager.close();
      await pbx.stop();
    },
  };
}
