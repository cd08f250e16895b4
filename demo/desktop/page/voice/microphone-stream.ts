import { reasonOf, type MicrophoneState } from './microphone.js';

/** The agent's voice, or silence while there is no microphone: a call without one goes on, and the agent hears. */
export class MicrophoneStream {
  #state: MicrophoneState = 'asking';
  #stream: MediaStream | null = null;
  readonly #silence = new AudioContext();
  readonly #watchers = new Set<() => void>();

  get state(): MicrophoneState {
    return this.#state;
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Asks the browser for the microphone. */
  async open(): Promise<void> {
    this.#become('asking');
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const [track] = stream.getAudioTracks();
      // Unplugged, or forbidden in the middle.
      track?.addEventListener('ended', () => {
        if (this.#stream === stream) this.#lose('taken');
      });
      this.#stream = stream;
      this.#become('ready');
    } catch (error) {
      this.#lose(reasonOf(error));
    }
  }

  /** The sound that a call sends: the voice, each time as a track of its own, which ends with the call. */
  track(): MediaStreamTrack {
    const voice = this.#stream?.getAudioTracks()[0];
    const [silent] = this.#silence.createMediaStreamDestination().stream.getAudioTracks();
    return voice?.clone() ?? (silent as MediaStreamTrack);
  }

  close(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    void this.#silence.close();
  }

  #lose(state: MicrophoneState): void {
    this.#stream = null;
    this.#become(state);
  }

  #become(state: MicrophoneState): void {
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}
