/** Two soft tones, the second a fifth lower: a station's, not a fire alarm's. */
const TONES = [
  { hertz: 660, atS: 0 },
  { hertz: 440, atS: 0.35 },
];
const LASTS_S = 1.2;
const LOUDNESS = 0.18;

/**
 * The sound when time is up, synthesised. Browsers allow sound only after the page was touched, or if started
 * with `--autoplay-policy=no-user-gesture-required`.
 */
export class Chime {
  /** Whether the browser allows sound now. Reactive. */
  allowed = $state(false);
  #context: AudioContext | undefined;

  /** Asks the browser for permission, which it gives after a touch. */
  ready(): void {
    const context = (this.#context ??= new AudioContext());
    const update = () => (this.allowed = context.state === 'running');
    context.onstatechange = update;
    context.resume().then(update, update);
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
