/** Less than this apart, two clocks of a device were only read a little after one another. */
const APART_MS = 1000;

/**
 * Notices that a device slept while its monotonic clock stood still, as those of many laptops do: then
 * its wall clock has gone further. That one may also have been set, by people or by the network: it is
 * a reason to ask the server for the time, and never the time itself.
 */
export class SleepWatch {
  #apartMs: number | undefined;

  /** @returns for how long it slept since this was asked last; 0 when it did not. */
  sleptMs(wallMs: number, monotonicMs: number): number {
    const before = this.#apartMs ?? wallMs - monotonicMs;
    this.#apartMs = wallMs - monotonicMs;
    const slept = Math.abs(this.#apartMs - before);
    return slept < APART_MS ? 0 : slept;
  }
}
