/**
 * Estimates the server's clock from round trips of TimeSync. Pure. The client's time comes from a monotonic
 * clock (`performance.now()`), since people set the wall clock.
 */

/** One round trip: the server's clock is between the client's two. */
export interface RoundTrip {
  sentMs: number;
  receivedMs: number;
  serverMs: number;
}

interface Sample {
  offsetMs: number;
  /** The error bound: the server answered at some instant of the round trip. */
  errorMs: number;
  atMs: number;
}

/** The most that two quartz clocks drift: 100 µs a second. */
const DRIFT = 1e-4;
const WINDOW_MS = 120_000;
/** How many of the best samples are averaged. */
const BEST = 3;
/** With fewer samples, or a larger error, the clock is unproven. */
const ENOUGH = 3;
const PROVEN_WITHIN_MS = 100;
/** A larger difference is corrected at once, a smaller one at this rate. */
const STEP_MS = 250;
const SLEW = 0.1;
/** The error that scheduling adds on both sides. */
const SLACK_MS = 5;

export class ServerClock {
  #samples: Sample[] = [];
  /** The offset in use follows the best estimate without a visible jump. */
  #shown: { offsetMs: number; atMs: number } | undefined;
  /** Earlier measurements may be wrong since then. */
  #doubtedMs: number | undefined;

  /** The client's clock may have stopped until now: only later round trips prove the time again. */
  doubt(clientMs: number): void {
    this.#doubtedMs = clientMs;
  }

  feed(trip: RoundTrip): void {
    if (this.#doubtedMs !== undefined) {
      if (trip.sentMs < this.#doubtedMs) return;
      this.#doubtedMs = undefined;
      this.#samples = [];
    }
    const sample = {
      offsetMs: trip.serverMs - (trip.sentMs + trip.receivedMs) / 2,
      errorMs: Math.max(0, (trip.receivedMs - trip.sentMs) / 2),
      atMs: trip.receivedMs,
    };
    const known = this.#best(sample.atMs);
    const contradicted =
      known &&
      Math.abs(sample.offsetMs - known.offsetMs) > sample.errorMs + known.errorMs + SLACK_MS;
    // More than drift: this device slept, or the server's clock was set.
    if (contradicted) this.#samples = [];
    this.#samples = this.#samples.filter(({ atMs }) => sample.atMs - atMs <= WINDOW_MS);
    this.#samples.push(sample);
  }

  /** The server's time in Unix milliseconds; undefined before the first round trip. */
  serverNow(clientMs: number): number | undefined {
    const best = this.#best(clientMs);
    if (!best) return undefined;
    this.#shown = { offsetMs: this.#slew(best.offsetMs, clientMs), atMs: clientMs };
    return clientMs + this.#shown.offsetMs;
  }

  /** Whether the time is known to a tenth of a second. Expires without new round trips. */
  proven(clientMs: number): boolean {
    if (this.#doubtedMs !== undefined || this.#samples.length < ENOUGH) return false;
    const best = this.#best(clientMs);
    return best !== undefined && best.errorMs <= PROVEN_WITHIN_MS;
  }

  /** The error bound in milliseconds; undefined before the first round trip. */
  errorMs(clientMs: number): number | undefined {
    return this.#best(clientMs)?.errorMs;
  }

  #slew(targetMs: number, clientMs: number): number {
    if (!this.#shown) return targetMs;
    const missing = targetMs - this.#shown.offsetMs;
    if (Math.abs(missing) > STEP_MS) return targetMs;
    const most = Math.max(0, clientMs - this.#shown.atMs) * SLEW;
    return this.#shown.offsetMs + Math.min(most, Math.max(-most, missing));
  }

  /** The mean of the best samples. The error of a sample grows with its age, by the drift. */
  #best(clientMs: number): { offsetMs: number; errorMs: number } | undefined {
    const aged = this.#samples
      .map(({ offsetMs, errorMs, atMs }) => ({
        offsetMs,
        errorMs: errorMs + Math.max(0, clientMs - atMs) * DRIFT,
      }))
      .sort((a, b) => a.errorMs - b.errorMs);
    const [first] = aged;
    if (!first) return undefined;
    const best = aged.slice(0, BEST).filter(({ errorMs }) => errorMs <= 2 * first.errorMs + 1);
    const offsetMs = best.reduce((sum, sample) => sum + sample.offsetMs, 0) / best.length;
    return { offsetMs, errorMs: first.errorMs };
  }
}
