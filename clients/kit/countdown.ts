import type { Statement } from './protocol';

/** A timer's anchors, as Statement holds them. */
export type Anchors = Pick<
  Statement,
  'allottedMs' | 'elapsedBeforeMs' | 'runningSinceUnixMs' | 'warningMs'
>;

/** How the time stands: `warning` is shown in amber, `up` in red. */
export type Phase = 'plenty' | 'warning' | 'up';

export function isPaused(timer: Anchors): boolean {
  return timer.runningSinceUnixMs === 0;
}

/** Time spoken, in milliseconds. `now` is the server's clock. */
export function elapsedMs(timer: Anchors, now: number): number {
  // A clock that is still being measured may read a little before the start.
  const running = isPaused(timer) ? 0 : Math.max(0, now - timer.runningSinceUnixMs);
  return timer.elapsedBeforeMs + running;
}

/** Time left, in milliseconds; below 0 it is overtime. */
export function remainingMs(timer: Anchors, now: number): number {
  return timer.allottedMs - elapsedMs(timer, now);
}

export function phaseOf(timer: Anchors, now: number): Phase {
  const remaining = remainingMs(timer, now);
  if (remaining <= 0) return 'up';
  return remaining <= timer.warningMs ? 'warning' : 'plenty';
}

/**
 * Time left as it is shown. What is left rounds up and overtime rounds down: `5:00` as it starts,
 * `0:00` exactly as time is up, then `+0:00`, and each second in between lasts a second.
 */
export function digits(remaining: number): string {
  if (remaining < 0) return `+${minutesAndSeconds(Math.floor(-remaining / 1000))}`;
  return minutesAndSeconds(Math.ceil(remaining / 1000));
}

/** A length of time, such as an allotment: `5:00`, `1:02:30`. */
export function length(ms: number): string {
  return minutesAndSeconds(Math.round(ms / 1000));
}

/** The next instant at which `digits` changes by itself; undefined while paused. */
export function nextChangeMs(timer: Anchors, now: number): number | undefined {
  if (isPaused(timer)) return undefined;
  const remaining = remainingMs(timer, now);
  const untilWhole = remaining - Math.floor(remaining / 1000) * 1000;
  return now + (untilWhole || 1000);
}

function minutesAndSeconds(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
