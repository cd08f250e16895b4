import { Bridge, type Send, type XState4Bridge } from './bridge.js';
import type { BridgeOptions } from './ignored-event.js';

export interface WindowBridgeOptions extends BridgeOptions {
  /** The address of the page that calls `createWindowReceiver`. Only this origin gets messages, and is heard. */
  readonly url: string | URL;
  /** Shows that page. Default: a window of its own, which the browser must not block. */
  readonly iframe?: HTMLIFrameElement;
  /** The agent's page. Default: the global `window`. */
  readonly window?: Window;
}

/**
 * Shows agents to a page that calls `createWindowReceiver` of `@xstate/inspect` 0.8.
 *
 * @example
 * const bridge = createWindowBridge({ url: '/viewer.html', iframe });
 * const agent = createSobotAgent(sdk, { inspect: bridge.inspect });
 *
 * @throws TypeError if `url` is no address.
 */
export function createWindowBridge({ url, iframe, window: page = window, ...options }: WindowBridgeOptions): XState4Bridge {
  const address = new URL(url, page.location.href);
  const bridge = new Bridge(options);
  const opened = iframe === undefined ? page.open(address, 'xstateinspector') : null;
  const viewer = () => iframe?.contentWindow ?? opened;
  const send: Send = (message) => viewer()?.postMessage(message, address.origin);
  const hear = ({ source, origin, data }: MessageEvent) => {
    if (source !== null && source === viewer() && origin === address.origin) bridge.receive(data, send);
  };
  // A page that the browser has put aside may come back.
  const leave = () => bridge.leave();
  page.addEventListener('message', hear);
  page.addEventListener('pagehide', leave);
  iframe?.setAttribute('src', address.href);
  return {
    inspect: bridge.inspect,
    disconnect: () => {
      page.removeEventListener('message', hear);
      page.removeEventListener('pagehide', leave);
      bridge.disconnect();
    },
  };
}
