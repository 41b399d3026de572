/** Days and times of day as people write them, in a room's own time zone. */

export interface DayTime {
  /** `2018-04-11` */
  day: string;
  /** `09:00` */
  time: string;
}

export function dayTimeOf(unixMs: number, timeZone: string): DayTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(unixMs);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? '';
  return {
    day: `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`,
    time: `${of('hour')}:${of('minute')}`,
  };
}

/**
 * The instant at which the clock of a time zone shows this; undefined for what is no day or time.
 * In the hour that a change of the clocks repeats, the first; in the one that it leaves out, as much
 * later as is left out.
 */
export function instantOf(day: string, time: string, timeZone: string): number | undefined {
  const clock = clockOf(time);
  const midnight = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (!clock || Number.isNaN(midnight)) return undefined;
  const asUtc = midnight + clock.hours * 3_600_000 + clock.minutes * 60_000;
  // The offset before and after any change of that day; the earlier instant is tried first.
  const offsets = [asUtc - 86_400_000, asUtc + 86_400_000].map((at) => offsetMs(at, timeZone));
  const tried = offsets.map((offset) => asUtc - offset).sort((a, b) => a - b);
  return tried.find((at) => at + offsetMs(at, timeZone) === asUtc) ?? tried[1];
}

/** `9:00` is 09:00; undefined for what is no time of day. */
export function clockOf(time: string): { hours: number; minutes: number } | undefined {
  const [, hours, minutes] = /^\s*(\d{1,2})[:.h](\d\d)\s*$/.exec(time) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return { hours: Number(hours), minutes: Number(minutes) };
}

/** How far the clock of a time zone is ahead of UTC. */
function offsetMs(unixMs: number, timeZone: string): number {
  const { day, time } = dayTimeOf(unixMs, timeZone);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(unixMs / 60_000) * 60_000;
}
