import { localeOf, type Language } from './i18n/languages';
import { language } from './i18n/words.svelte';
import type { RoomScreen } from './room_screen.svelte';

/** Instants as people read them: in the room's time zone, wherever the device is. */

/** `14:05` */
export function clockTime(unixMs: number, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(unixMs);
}

/** An instant as a screen's room has it, in the screen's language. */
export function clockOn({ agenda }: Pick<RoomScreen, 'agenda'>, unixMs: number): string {
  return clockTime(unixMs, agenda?.timeZone ?? 'UTC', language());
}

/** The day of an instant, where it is another than today; empty else. */
export function otherDayOn(
  { agenda, now }: Pick<RoomScreen, 'agenda' | 'now'>,
  unixMs: number,
): string {
  const zone = agenda?.timeZone ?? 'UTC';
  return dayOf(unixMs, zone) === dayOf(now, zone) ? '' : longDay(unixMs, zone, language());
}

/** `Wednesday 11 April` */
export function longDay(unixMs: number, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(unixMs);
}

/** `Wednesday 11 April at 14:05` */
export function dayAndTime(unixMs: number, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(unixMs);
}

/** A day's name for comparing, `2018-04-11`. */
export function dayOf(unixMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(unixMs);
}
