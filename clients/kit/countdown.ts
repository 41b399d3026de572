import type { Statement } from './protocol';

export type Anchors = Pick<
  Statement,
  'allottedMs' | 'elapsedBeforeMs' | 'runningSinceUnixMs' | 'warningMs'
>;

/** `warning` is shown in amber, `up` in red. */
export type Phase = 'plenty' | 'warning' | 'up';

export function isPaused(timer: Anchors): boolean {
  return timer.runningSinceUnixMs === 0;
}

/** Time spoken, in milliseconds. `now` is the server's clock. */
export function elapsedMs(timer: Anchors, now: number): number {
  // A clock that is still being measured may be slightly before the start.
  const running = isPaused(timer) ? 0 : Math.max(0, now - timer.runningSinceUnixMs);
  return timer.elapsedBeforeMs + running;
}

/** Time left, in milliseconds; negative in overtime. */
export function remainingMs(timer: Anchors, now: number): number {
  return timer.allottedMs - elapsedMs(timer, now);
}

export function phaseOf(timer: Anchors, now: number): Phase {
  const remaining = remainingMs(timer, now);
  if (remaining <= 0) return 'up';
  return remaining <= timer.warningMs ? 'warning' : 'plenty';
}

/**
 * Time left as it is shown. Time left rounds up and overtime down, so that every second lasts a second:
 * `5:00` at the start, `0:00` when time is up, then `+0:00`.
 */
export function digits(remaining: number): string {
  if (remaining < 0) return `+${minutesAndSeconds(Math.floor(-remaining / 1000))}`;
  return minutesAndSeconds(Math.ceil(remaining / 1000));
}

/** Time spoken as it is shown: it changes when the time left does. */
export function digitsUp(timer: Anchors, now: number): string {
  return minutesAndSeconds(Math.floor(elapsedMs(timer, now) / 1000));
}

/** A duration: `5:00`, `1:02:30`. */
export function length(ms: number): string {
  return minutesAndSeconds(Math.round(ms / 1000));
}

/** The time left to an instant, as it is shown: a notice counts down to it. It stays `0:00` when that is over. */
export function digitsUntil(untilMs: number, now: number): string {
  return digits(Math.max(0, untilMs - now));
}

/** When `digitsUntil` next changes; undefined when it is over. */
export function changeUntilMs(untilMs: number, now: number): number | undefined {
  const left = untilMs - now;
  return left > 0 ? now + (left % 1000 || 1000) : undefined;
}

/** When `digits` next changes; undefined while paused. */
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
