/** A smaller difference comes from reading the two clocks one after the other. */
const APART_MS = 1000;

/**
 * Detects that a device slept while its monotonic clock stopped, as on many laptops: its wall clock advanced
 * further. The wall clock may also have been set: it is a reason to ask the server, never the time itself.
 */
export class SleepWatch {
  #apartMs: number | undefined;

  /** @returns how long it slept since the last call, or 0 */
  sleptMs(wallMs: number, monotonicMs: number): number {
    const before = this.#apartMs ?? wallMs - monotonicMs;
    this.#apartMs = wallMs - monotonicMs;
    const slept = Math.abs(this.#apartMs - before);
    return slept < APART_MS ? 0 : slept;
  }
}
