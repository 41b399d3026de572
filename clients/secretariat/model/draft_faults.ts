import type { Rules } from '$kit/protocol';
import { instantsOfDraft, plateTexts, type MeetingDraft, type PlateDraft } from './draft';
import { secondsOf, writtenSeconds } from './minutes';
import { clockOf } from './zone';

/** What is wrong with a draft, and at which field. The server judges the rest. */
export interface DraftFault {
  /** A field of the meeting (`from`), or of a plate by its key (`new-3.title`). */
  place: string;
  reason:
    'missing' | 'too-long' | 'no-day' | 'no-time' | 'no-length' | 'limits' | 'hour' | 'no-panel';
  /** With `limits`. */
  from?: string;
  to?: string;
}

/** In bytes of UTF-8, as the server counts. */
const LONGEST_TEXT = 400;
const MOST_PLATES = 59;
const SHORTEST_MEETING_MIN = 10;
const LONGEST_MEETING_MIN = 6 * 60;

export function draftFaults(
  draft: MeetingDraft,
  rules: Rules | undefined,
  timeZone = 'UTC',
): DraftFault[] {
  const [sur, panel] = limitsOf(rules);
  return [
    ...(draft.stateCode ? [] : [fault('state', 'missing')]),
    ...(Number.isNaN(Date.parse(draft.day)) ? [fault('day', 'no-day')] : []),
    ...clockFaults(draft, timeZone),
    // 0: the State under Review makes no statement.
    ...(secondsOf(draft.surTime) === 0 ? [] : lengthFaults('surTime', draft.surTime, sur)),
    ...(draft.panel.length === 0 || draft.panel.length > MOST_PLATES
      ? [fault('panel', 'no-panel')]
      : []),
    ...draft.panel.flatMap((plate) => [
      ...textFaults(plate),
      ...lengthFaults(`${plate.key}.time`, plate.time, panel),
    ]),
  ];
}

type Limits = readonly [shortestS: number, longestS: number];

function limitsOf(rules: Rules | undefined): readonly [sur: Limits, panel: Limits] {
  const seconds = (ms: number | undefined, otherwise: number) =>
    ms === undefined ? otherwise : Math.round(ms / 1000);
  return [
    [seconds(rules?.surShortestMs, 30), seconds(rules?.surLongestMs, 120)],
    [seconds(rules?.panelShortestMs, 300), seconds(rules?.panelLongestMs, 420)],
  ];
}

function fault(place: string, reason: DraftFault['reason']): DraftFault {
  return { place, reason };
}

function clockFaults(draft: MeetingDraft, timeZone: string): DraftFault[] {
  const { from, to, hardStop } = draft;
  const [begins, ends] = [clockOf(from), clockOf(to)];
  const faults = [
    ...(begins ? [] : [fault('from', 'no-time')]),
    ...(ends ? [] : [fault('to', 'no-time')]),
    ...(hardStop.trim() && !clockOf(hardStop) ? [fault('hardStop', 'no-time')] : []),
  ];
  if (!begins || !ends) return faults;
  const { startsAt, later } = instantsOfDraft(draft, timeZone);
  if (startsAt === undefined) return faults;
  const length = ((later(to) ?? startsAt) - startsAt) / 60_000;
  const fits = length >= SHORTEST_MEETING_MIN && length <= LONGEST_MEETING_MIN;
  return fits ? faults : [...faults, fault('to', 'hour')];
}

/** What is wrong with a length of time as it was typed. */
export function lengthFaults(place: string, written: string, [least, most]: Limits): DraftFault[] {
  const seconds = secondsOf(written);
  if (seconds === undefined) return [fault(place, 'no-length')];
  if (seconds >= least && seconds <= most) return [];
  return [{ place, reason: 'limits', from: writtenSeconds(least), to: writtenSeconds(most) }];
}

/** What is wrong with the facts of a closed meeting: of its times, nothing can be. */
export function correctionFaults({ sur, panel }: MeetingDraft): DraftFault[] {
  return [...(sur ? [sur] : []), ...panel].flatMap((plate) => [
    ...textFaults(plate),
    ...(plate.standing === 'STANDING_READ_BY' && !plate.readerId
      ? [fault(`${plate.key}.reader`, 'missing')]
      : []),
  ]);
}

function textFaults(plate: PlateDraft): DraftFault[] {
  const place = (field: string) => `${plate.key}.${field}`;
  const tooLong = [...plateTexts, 'reason' as const].filter(
    (field) => new TextEncoder().encode(plate[field]).length > LONGEST_TEXT,
  );
  return [
    ...(plate.title.trim() ? [] : [fault(place('title'), 'missing')]),
    ...tooLong
      .filter((field) => field !== 'reason' || plate.standing === 'STANDING_ABSENT')
      .map((field) => fault(place(field), 'too-long')),
  ];
}
