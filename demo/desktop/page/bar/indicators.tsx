import type { ReactNode } from 'react';
import { useText, useWords } from '../texts/language.js';
import { ENGLISH } from '../../../../adapters/connect/index.js';
import { useLook } from './look.js';

/** Connection, phone, line, and the commands whose outcome is not known yet. */
export function Indicators(): ReactNode {
  const { state } = useLook();
  const { bar } = useWords();
  const text = useText();
  const { connection, device, network, pending } = state;
  const link = connection === 'connected' ? text.connected : (bar[`connection.${connection}`] ?? ENGLISH[`connection.${connection}`]);
  const line = network === null ? text.networkNone : (text.networkNames[network.quality ?? ''] ?? text.networkNone);
  const awaited = pending.map(({ command }) => bar[`command.${command}`] ?? ENGLISH[`command.${command}`]);
  return (
    <dl className="indicators">
      <div data-connection={connection}>
        <dt>{text.connection}</dt>
        <dd>{link}</dd>
      </div>
      <div data-device={device}>
        <dt>{text.device}</dt>
        <dd>{text.deviceNames[device]}</dd>
      </div>
      <div data-quality={network?.quality ?? ''}>
        <dt>{text.network}</dt>
        <dd>{network?.ping == null ? line : `${line} · ${network.ping} ms`}</dd>
      </div>
      <div data-pending={pending.length}>
        <dt>{text.pending}</dt>
        <dd>{awaited.length === 0 ? text.pendingNone : awaited.join(', ')}</dd>
      </div>
    </dl>
  );
}
