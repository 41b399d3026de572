import { localeOf, type Language } from './i18n/languages';
import { language } from './i18n/words.svelte';
import type { RoomScreen } from './room_screen.svelte';

/** Instants as people read them: in the room's time zone, not the device's. */

const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;

const formatter =
  (options: Intl.DateTimeFormatOptions) =>
  (unixMs: number, timeZone: string, language: Language): string =>
    new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone }).format(unixMs);

/** `14:05` */
export const clockTime = formatter(time);
/** `Wednesday 11 April` */
export const longDay = formatter(day);
/** `Wednesday, 11 April 2018` */
export const longDate = formatter({ ...day, year: 'numeric' });
/** `Wednesday 11 April at 14:05` */
export const dayAndTime = formatter({ ...day, ...time });

/** The time of day in the zone and the language of a screen. */
export function clockOn({ agenda }: Pick<RoomScreen, 'agenda'>, unixMs: number): string {
  return clockTime(unixMs, agenda?.timeZone ?? 'UTC', language());
}

/** The day of an instant; empty for today. */
export function otherDayOn(
  { agenda, now }: Pick<RoomScreen, 'agenda' | 'now'>,
  unixMs: number,
): string {
  const zone = agenda?.timeZone ?? 'UTC';
  return dayOf(unixMs, zone) === dayOf(now, zone) ? '' : longDay(unixMs, zone, language());
}

/** A key for comparing days: `2018-04-11`. */
export function dayOf(unixMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(unixMs);
}
