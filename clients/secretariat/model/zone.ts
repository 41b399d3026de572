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

/** The time of day; with the difference to UTC in an hour that comes twice: `02:30 +01:00`. */
export function writtenTime(unixMs: number, timeZone: string): string {
  const { day, time } = dayTimeOf(unixMs, timeZone);
  if (instantsOf(day, time, timeZone).length < 2) return time;
  const ahead = offsetMs(unixMs, timeZone) / 60_000;
  const clock = [Math.abs(ahead) / 60, Math.abs(ahead) % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return `${time} ${ahead < 0 ? '-' : '+'}${clock.join(':')}`;
}

/**
 * The instant at which the clock of a time zone shows this; undefined for what is no day or time.
 * In the hour that a change of the clocks repeats, the first, unless the difference to UTC is
 * written; in the one that it leaves out, as much later as is left out.
 */
export function instantOf(day: string, time: string, timeZone: string): number | undefined {
  return instantsOf(day, time, timeZone)[0];
}

/** All instants at which the clock shows this: two in the hour that a change of the clocks repeats. */
export function instantsOf(day: string, time: string, timeZone: string): number[] {
  const clock = clockOf(time);
  const midnight = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (!clock || Number.isNaN(midnight)) return [];
  const asUtc = midnight + clock.hours * 3_600_000 + clock.minutes * 60_000;
  if (clock.aheadMs !== undefined) return [asUtc - clock.aheadMs];
  // The offset before and after any change of that day; the earlier instant is tried first.
  const offsets = [asUtc - 86_400_000, asUtc + 86_400_000].map((at) => offsetMs(at, timeZone));
  const tried = [...new Set(offsets.map((offset) => asUtc - offset))].sort((a, b) => a - b);
  const shown = tried.filter((at) => at + offsetMs(at, timeZone) === asUtc);
  return shown.length > 0 ? shown : tried.slice(-1);
}

export interface ClockTime {
  hours: number;
  minutes: number;
  /** How far it is ahead of UTC, if that is written. */
  aheadMs?: number;
}

/** `9:00` is 09:00, and `02:30 +01:00` is the one of two; undefined for what is no time of day. */
export function clockOf(time: string): ClockTime | undefined {
  const form = /^\s*(\d{1,2})[:.h](\d\d)\s*(?:([+-])(\d\d):?(\d\d))?\s*$/;
  const [, hours, minutes, sign, aheadHours, aheadMinutes] = form.exec(time) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const clock = { hours: Number(hours), minutes: Number(minutes) };
  if (!sign) return clock;
  const ahead = Number(aheadHours) * 3_600_000 + Number(aheadMinutes) * 60_000;
  return { ...clock, aheadMs: sign === '-' ? -ahead : ahead };
}

/** How far the clock of a time zone is ahead of UTC. */
function offsetMs(unixMs: number, timeZone: string): number {
  const { day, time } = dayTimeOf(unixMs, timeZone);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(unixMs / 60_000) * 60_000;
}
