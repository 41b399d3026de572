import { localeOf, type Language } from './i18n/languages';

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
