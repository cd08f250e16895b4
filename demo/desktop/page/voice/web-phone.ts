import { Invitation, Registerer, Session, SessionState, UserAgent, Web, type Notification } from 'sip.js';
import { asksForAnswer } from '../../../phones/call/auto-answer.js';
import { takeRemoteKey, type Notify, type RemoteKey } from '../../../phones/call/remote-control.js';
import type { MicrophoneStream } from './microphone-stream.js';

interface WebPhoneOptions {
  readonly ext: string;
  readonly password: string;
  readonly domain: string;
  /** The WebSocket of the page's own server, behind which the switch is. */
  readonly server: string;
  readonly microphone: MicrophoneStream;
  /** Plays what is heard. */
  readonly loudspeaker: HTMLAudioElement;
}

/** How long candidates for the media's way are gathered, in ms: the switch is on this machine. */
const GATHERING = 500;

/**
 * The phone in the page: it registers with the switch, and does what the switch has it do, as the call centre decides who
 * answers, holds and hangs up.
 */
export class WebPhone {
  readonly #options: WebPhoneOptions;
  readonly #agent: UserAgent;
  readonly #registerer: Registerer;
  #session: Session | null = null;

  constructor(options: WebPhoneOptions) {
    const { ext, password, domain, server, microphone } = options;
    const uri = UserAgent.makeURI(`sip:${ext}@${domain}`);
    if (uri === undefined) throw new Error(`there is no SIP address for the extension ${ext}`);
    this.#options = options;
    this.#agent = new UserAgent({
      uri,
      authorizationUsername: ext,
      authorizationPassword: password,
      transportOptions: { server },
      logLevel: 'error',
      logBuiltinEnabled: false,
      sessionDescriptionHandlerFactory: Web.defaultSessionDescriptionHandlerFactory(() =>
        Promise.resolve(new MediaStream([microphone.track()])),
      ),
      sessionDescriptionHandlerFactoryOptions: {
        iceGatheringTimeout: GATHERING,
        peerConnectionConfiguration: { iceServers: [] },
      },
      delegate: {
        onInvite: (invitation) => this.#rings(invitation),
        onNotify: (notify) => this.#hears(notify),
      },
    });
    this.#registerer = new Registerer(this.#agent);
  }

  async start(): Promise<void> {
    await this.#agent.start();
    await this.#registerer.register();
  }

  async stop(): Promise<void> {
    if (this.#session?.state === SessionState.Established) await this.#session.bye();
    await this.#registerer.unregister();
    await this.#agent.stop();
  }

  #rings(invitation: Invitation): void {
    this.#session = invitation;
    invitation.delegate = { onNotify: (notify) => this.#hears(notify) };
    invitation.stateChange.addListener((state) => {
      if (state === SessionState.Established) this.#play(invitation);
      if (state === SessionState.Terminated && this.#session === invitation) {
        this.#session = null;
        this.#options.loudspeaker.srcObject = null;
      }
    });
    if (asksForAnswer(invitation.request)) void this.#answer(invitation);
    else void this.#letRing(invitation);
  }

  async #letRing(invitation: Invitation): Promise<void> {
    await invitation.progress();
    // Until the call is answered SIP.js accepts every NOTIFY in silence.
    if (invitation.dialog !== undefined) invitation.dialog.delegate = { onNotify: (notify) => this.#takeKey(notify) };
  }

  #hears(notify: Notification): void {
    this.#takeKey({ message: notify.request, accept: () => notify.accept(), reject: ({ statusCode }) => notify.reject({ statusCode }) });
  }

  #takeKey(notify: Notify): void {
    takeRemoteKey(notify, (key) => void this.#press(key));
  }

  async #press(key: RemoteKey): Promise<void> {
    const session = this.#session;
    if (key === 'talk' && session instanceof Invitation && session.state === SessionState.Initial) await this.#answer(session);
    else if (session?.state === SessionState.Established)
      await session.invite({ sessionDescriptionHandlerModifiers: key === 'hold' ? [Web.holdModifier] : [] });
  }

  #answer(invitation: Invitation): Promise<void> {
    return invitation.accept({ sessionDescriptionHandlerOptions: { constraints: { audio: true, video: false } } });
  }

  #play(session: Session): void {
    const { remoteMediaStream } = session.sessionDescriptionHandler as Web.SessionDescriptionHandler;
    this.#options.loudspeaker.srcObject = remoteMediaStream;
    void this.#options.loudspeaker.play().catch(() => undefined);
  }
}
