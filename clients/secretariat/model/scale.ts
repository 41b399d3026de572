/** A scale of minutes under bars. */
export interface Scale {
  /** Its far end. */
  toMs: number;
  /** Round minutes, 0 and the far end among them. */
  ticksMs: number[];
}

const MINUTE_MS = 60_000;
const STEPS_MIN = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600];

/** The shortest round scale that holds the longest bar, with five steps at most. */
export function scaleFor(lengthsMs: readonly number[], mostSteps = 5): Scale {
  const longest = Math.max(MINUTE_MS, ...lengthsMs);
  const step =
    STEPS_MIN.map((minutes) => minutes * MINUTE_MS).find(
      (stepMs) => longest <= stepMs * mostSteps,
    ) ?? Math.ceil(longest / mostSteps / MINUTE_MS) * MINUTE_MS;
  const steps = Math.ceil(longest / step);
  return {
    toMs: steps * step,
    ticksMs: Array.from({ length: steps + 1 }, (_, i) => i * step),
  };
}

/** How far along a scale, 0 to 100. */
export function along(scale: Scale, ms: number): number {
  return Math.min(100, Math.max(0, (ms / scale.toMs) * 100));
}
