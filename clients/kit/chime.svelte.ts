/** Two soft tones, the second lower: a fifth apart, as at a station and not as at a fire. */
const TONES = [
  { hertz: 660, atS: 0 },
  { hertz: 440, atS: 0.35 },
];
const LASTS_S = 1.2;
const LOUDNESS = 0.18;

/**
 * The sound when time is up, made and not fetched. Browsers let a page sound only once somebody has
 * touched it, unless they were started to allow it (`--autoplay-policy=no-user-gesture-required`).
 */
export class Chime {
  /** Whether the browser would let it sound now. Reactive. */
  allowed = $state(false);
  #context: AudioContext | undefined;

  /** Looks whether the browser allows it. After a touch, it does. */
  ready(): void {
    const context = (this.#context ??= new AudioContext());
    const look = () => (this.allowed = context.state === 'running');
    context.onstatechange = look;
    // Settles at once, or not until somebody has touched the page.
    context.resume().then(look, look);
  }

  sound(): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
    for (const { hertz, atS } of TONES) {
      const from = context.currentTime + atS;
      const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setValueAtTime(0, from);
      volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.0001, from + LASTS_S);
      tone.connect(volume).connect(context.destination);
      tone.start(from);
      tone.stop(from + LASTS_S);
    }
  }

  close(): void {
    void this.#context?.close();
    this.#context = undefined;
    this.allowed = false;
  }
}
