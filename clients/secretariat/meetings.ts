import { localeOf } from '$kit/i18n/languages';
import { language } from '$kit/i18n/words.svelte';
import type { Agenda, MeetingSummary, State } from '$kit/protocol';
import { stateName } from '$kit/state_name';
import { clockTime, dayOf, longDay } from '$kit/time';

/** Meetings as this page names them. */

export function titleOf(meeting: { state?: State | undefined } | undefined): string {
  return meeting?.state ? stateName(meeting.state, language()) : '';
}

/** `Cuba, Wednesday 11 April, 09:00` for a list to choose from. */
export function choiceOf(meeting: MeetingSummary, timeZone: string): string {
  const at = meeting.startsAtUnixMs;
  return `${titleOf(meeting)} · ${longDay(at, timeZone, language())}, ${clockTime(at, timeZone, language())}`;
}

/** `11 April 2018 at 09:00`, for paper. */
export function dayAndTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(language()), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(at);
}

export function zoneOf(agenda: Agenda | undefined): string {
  return agenda?.timeZone || 'UTC';
}

/** Whether a meeting is the first of its day among these. */
export function beginsDay(
  meetings: readonly Pick<MeetingSummary, 'startsAtUnixMs'>[],
  index: number,
  timeZone: string,
): boolean {
  const day = (at: number) => dayOf(meetings[at]?.startsAtUnixMs ?? 0, timeZone);
  return index === 0 || day(index) !== day(index - 1);
}
