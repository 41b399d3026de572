/**
 * What the server's clock says, from round trips of TimeSync. Pure: the client's time is passed in
 * and must come from a monotonic clock (`performance.now()`), since people set the other one.
 */

/** One round trip, all in milliseconds. */
export interface RoundTrip {
  /** The client's clock as the question left. */
  sentMs: number;
  /** The client's clock as the answer arrived. */
  receivedMs: number;
  /** The server's clock in between. */
  serverMs: number;
}

interface Sample {
  offsetMs: number;
  /** How far the offset may be out: the answer was written somewhere within the round trip. */
  errorMs: number;
  atMs: number;
}

/** Two quartz clocks drift apart by less than this: 100 µs a second. */
const DRIFT = 1e-4;
const WINDOW_MS = 120_000;
/** The offset is the mean of this many of the best samples. */
const BEST = 3;
/** Below this many samples, or above this error, the clock is unproven. */
const ENOUGH = 3;
const PROVEN_WITHIN_MS = 100;
/** A difference above this is stepped over; below it the shown time goes this much faster or slower. */
const STEP_MS = 250;
const SLEW = 0.1;
/** Scheduling on both sides adds this to what a round trip explains. */
const SLACK_MS = 5;

export class ServerClock {
  #samples: Sample[] = [];
  /** The offset in use, which follows the best known one without a visible jump. */
  #shown: { offsetMs: number; atMs: number } | undefined;
  /** From here on what was measured before may be wrong. */
  #doubtedMs: number | undefined;

  /**
   * The client's clock may have stood still until now. The time is unproven until it is measured anew:
   * a question that left earlier measures nothing.
   */
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
    // No drift explains it: this device slept, or the server's clock was set. The past is void.
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

  /** Whether the time is known to a tenth of a second. Wears off without new round trips. */
  proven(clientMs: number): boolean {
    if (this.#doubtedMs !== undefined || this.#samples.length < ENOUGH) return false;
    const best = this.#best(clientMs);
    return best !== undefined && best.errorMs <= PROVEN_WITHIN_MS;
  }

  /** How far the time may be out, in milliseconds; undefined before the first round trip. */
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

  /** The mean of the best samples: an old one counts as worse by what the clocks may have drifted. */
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
