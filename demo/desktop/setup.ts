/** The floor that the server of the desktop has, as its page has to know it. */
export interface DesktopSetup {
  readonly exchange: 'simulated' | 'asterisk';
  readonly agents: readonly {
    /** Work number. */
    readonly agentID: string;
    readonly name: string;
    readonly ext: string;
    readonly phoneType: 'webrtc' | 'sip';
    readonly isSupervisor: boolean;
  }[];
  readonly customers: readonly { readonly number: string; readonly name: string; readonly isBusy: boolean }[];
  readonly queues: readonly { readonly name: string; readonly number: string }[];
  /** Length of after-call work, in s. */
  readonly acwSeconds: number;
  /** The switch for phones in the page, over the server's own WebSocket; null: the phones are simulated. */
  readonly voice: {
    readonly path: string;
    /** The domain of SIP addresses. */
    readonly domain: string;
    /** By extension; made anew at each start. */
    readonly passwords: Readonly<Record<string, string>>;
  } | null;
}
