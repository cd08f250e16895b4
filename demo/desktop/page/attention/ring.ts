/** The tones of a ring, in Hz, and its rhythm, in ms. */
const TONES = [440, 480] as const;
const RINGS_FOR = 1_200;
const RINGS_EVERY = 3_000;
const VOLUME = 0.08;

/** The sound of the page's bell. A browser keeps it silent until the page has been clicked. */
export class Bell {
  #audio: AudioContext | null = null;
  #timer: number | null = null;
  readonly #watchers = new Set<() => void>();

  /** Nobody would hear it now: the browser waits for a click. */
  get isSilenced(): boolean {
    return this.#audio !== null && this.#audio.state !== 'running';
  }

  get isRinging(): boolean {
    return this.#timer !== null;
  }

  /** Calls `watcher` when the browser allows or forbids sound. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Asks for sound: on a click, a browser says yes. */
  wake(): void {
    const audio = (this.#audio ??= this.#open());
    if (audio.state !== 'running') void audio.resume().then(() => this.#tell());
  }

  start(): void {
    if (this.#timer !== null) return;
    this.wake();
    this.#ringOnce();
    this.#timer = window.setInterval(() => this.#ringOnce(), RINGS_EVERY);
    this.#tell();
  }

  stop(): void {
    if (this.#timer === null) return;
    window.clearInterval(this.#timer);
    this.#timer = null;
    this.#tell();
  }

  #open(): AudioContext {
    const audio = new AudioContext();
    audio.onstatechange = () => this.#tell();
    return audio;
  }

  #ringOnce(): void {
    const audio = this.#audio;
    if (audio === null || audio.state !== 'running') return;
    const volume = new GainNode(audio, { gain: VOLUME });
    volume.connect(audio.destination);
    for (const frequency of TONES) {
      const tone = new OscillatorNode(audio, { frequency });
      tone.connect(volume);
      tone.start();
      tone.stop(audio.currentTime + RINGS_FOR / 1000);
    }
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
