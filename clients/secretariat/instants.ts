import { localeOf, type Language } from '$kit/i18n/languages';

/** An instant of the record, to the second: `09:04:17`, or `11 Apr, 09:04:17` with the day. */
export function instant(
  unixMs: number,
  timeZone: string,
  language: Language,
  withDay: boolean,
): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    ...(withDay && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(unixMs);
}
