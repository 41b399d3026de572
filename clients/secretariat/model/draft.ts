import type {
  DelegationKind,
  PlannedDelegation,
  PlannedMeeting,
  PlateFacts,
  RepresentedBy,
  Standing,
} from '$kit/protocol';
import { clockOf, dayTimeOf, instantsOf, writtenTime } from './zone';
import { secondsOf, writtenSeconds } from './minutes';

/** A meeting of the programme in the form: what was typed, right or wrong. */
export interface MeetingDraft {
  id: string;
  stateCode: string;
  /** The programme's name for it, for a State that no roll contains. */
  stateName: string;
  day: string;
  from: string;
  to: string;
  /** When the interpreters leave; empty if unknown. */
  hardStop: string;
  surTime: string;
  panel: PlateDraft[];
  /** The plate of the State under Review, once the meeting is closed. */
  sur?: PlateDraft;
}

/** A name plate. */
export interface PlateDraft {
  /** Empty for a new one, until it is saved. */
  id: string;
  /** Of the row in the form, for as long as it is open. */
  key: string;
  kind: DelegationKind;
  title: string;
  speakerName: string;
  subject: string;
  shortTitle: string;
  time: string;
  standing: Standing;
  reason: string;
  representedBy: RepresentedBy;
  /** Who read its statement, once the meeting is closed; empty if nobody else did. */
  readerId: string;
}

/** What is typed freely, and sent without blanks at its ends. */
export const plateTexts = ['title', 'speakerName', 'subject', 'shortTitle'] as const;
type PlateTexts = Pick<PlateDraft, (typeof plateTexts)[number]>;

const textsOf = (plate: PlateTexts) =>
  Object.fromEntries(plateTexts.map((field) => [field, plate[field].trim()])) as PlateTexts;

export const emptyPlate: PlateDraft = {
  id: '',
  key: '',
  kind: 'DELEGATION_KIND_NATIONAL_CSO',
  title: '',
  speakerName: '',
  subject: '',
  shortTitle: '',
  time: '',
  standing: 'STANDING_PRESENT',
  reason: '',
  representedBy: 'REPRESENTED_BY_UNSPECIFIED',
  readerId: '',
};

/** @param facts what the programme does not say of the plates of closed meetings */
export function draftOf(
  meeting: PlannedMeeting,
  timeZone: string,
  facts: readonly PlateFacts[] = [],
): MeetingDraft {
  const known = facts.filter(({ meetingId }) => meetingId === meeting.id);
  const factsOf = (id: string) => known.find(({ delegationId }) => delegationId === id);
  const sur = factsOf(SUR_ID);
  const from = whenOf(meeting.startsAt, timeZone);
  return {
    id: meeting.id,
    stateCode: meeting.state?.code ?? '',
    stateName: meeting.state?.name ?? '',
    day: from.day,
    from: from.time,
    to: whenOf(meeting.endsAt, timeZone).time,
    hardStop: meeting.hardStopAt ? whenOf(meeting.hardStopAt, timeZone).time : '',
    surTime: writtenSeconds(meeting.surStatementS ?? 0),
    panel: meeting.panel.map((one) => plateOf(one, factsOf(one.id)?.readerDelegationId)),
    ...(sur && { sur: surOf(sur, meeting.state?.name ?? '') }),
  };
}

function whenOf(timestamp: string | undefined, timeZone: string) {
  if (!timestamp) return { day: '', time: '' };
  const at = Date.parse(timestamp);
  return { day: dayTimeOf(at, timeZone).day, time: writtenTime(at, timeZone) };
}

const SUR_ID = 'sur';

function surOf(facts: PlateFacts, title: string): PlateDraft {
  return {
    ...emptyPlate,
    id: SUR_ID,
    key: SUR_ID,
    kind: 'DELEGATION_KIND_STATE_UNDER_REVIEW',
    title,
    standing: facts.standing,
    reason: facts.absenceReason,
    representedBy: facts.representedBy,
    readerId: facts.readerDelegationId,
  };
}

function plateOf(panellist: PlannedDelegation, readerId = ''): PlateDraft {
  return {
    id: panellist.id,
    key: panellist.id,
    kind: panellist.kind,
    ...textsOf(panellist),
    time: writtenSeconds(panellist.allottedS),
    standing:
      panellist.standing === 'STANDING_UNSPECIFIED' ? 'STANDING_PRESENT' : panellist.standing,
    reason: panellist.absenceReason,
    representedBy: panellist.representedBy,
    readerId,
  };
}

/** The State as people and the log name it, in English. */
export type EnglishName = (code: string) => string;

/** When a draft starts, and how a later time of it is meant; undefined for what is no time. */
export function instantsOfDraft(draft: MeetingDraft, timeZone: string) {
  const on = (time: string, daysLater = 0) => {
    const midnight = Date.parse(`${draft.day}T00:00:00Z`) + daysLater * 86_400_000;
    if (Number.isNaN(midnight)) return [];
    return instantsOf(new Date(midnight).toISOString().slice(0, 10), time, timeZone);
  };
  const startsAt = on(draft.from)[0];
  /** The same hour comes again when clocks are put back, and a meeting may run past midnight. */
  const later = (time: string) =>
    [...on(time), ...on(time, 1)].find((instant) => instant > (startsAt ?? 0));
  return { startsAt, later };
}

/**
 * What is sent for a draft that has no faults.
 *
 * @param base what the form was filled with: how a plate stands is sent only if somebody changed it here, since
 *   the chair may have changed it meanwhile
 */
export function plannedOf(
  draft: MeetingDraft,
  timeZone: string,
  englishName: EnglishName,
  base?: MeetingDraft,
): PlannedMeeting {
  const { startsAt = 0, later } = instantsOfDraft(draft, timeZone);
  return {
    id: draft.id,
    state: { code: draft.stateCode, name: draft.stateName || englishName(draft.stateCode) },
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(later(draft.to) ?? startsAt).toISOString(),
    surStatementS: secondsOf(draft.surTime) ?? 0,
    panel: withIds(draft.panel).map((plate) => ({
      id: plate.id,
      kind: plate.kind,
      ...textsOf(plate),
      allottedS: secondsOf(plate.time) ?? 0,
      ...standingOf(plate, base),
      representedBy: plate.representedBy,
    })),
    ...(draft.hardStop.trim()
      ? { hardStopAt: new Date(later(draft.hardStop) ?? startsAt).toISOString() }
      : {}),
  };
}

const reasonOf = ({ standing, reason }: PlateDraft) =>
  standing === 'STANDING_ABSENT' ? reason.trim() : '';

/** How a plate stands; unspecified where nobody has changed it. */
function standingOf(plate: PlateDraft, base: MeetingDraft | undefined) {
  const before = base?.panel.find(({ id }) => id === plate.id && id !== '');
  const same = before?.standing === plate.standing && reasonOf(before) === reasonOf(plate);
  const standing: Standing = same ? 'STANDING_UNSPECIFIED' : plate.standing;
  return { standing, absenceReason: same ? '' : reasonOf(plate) };
}

/** A new plate has no id yet: for `new-` and a number the server makes one that nobody had before. */
function withIds(panel: readonly PlateDraft[]): PlateDraft[] {
  let number = 0;
  return panel.map((plate) => (plate.id ? plate : { ...plate, id: `new-${(number += 1)}` }));
}

/** A name that was typed at a plate of the programme, or cleared. */
export interface NameChange {
  delegationId: string;
  /** Empty if it was cleared. */
  name: string;
}

/** The names that a person has changed: each is an act of its own, about one plate. */
export function nameChanges(base: MeetingDraft, draft: MeetingDraft): NameChange[] {
  return draft.panel.flatMap(({ id, speakerName }) => {
    const before = base.panel.find((plate) => plate.id === id && id !== '');
    const name = speakerName.trim();
    return before && before.speakerName.trim() !== name ? [{ delegationId: id, name }] : [];
  });
}

/** The plates of a closed meeting whose facts were corrected; names go by nameChanges(). */
export function correctedPlates(base: MeetingDraft, draft: MeetingDraft): PlateDraft[] {
  const facts = ({ speakerName, time, key, ...plate }: PlateDraft) => JSON.stringify(plate);
  const before = platesOf(base);
  return platesOf(draft).filter((plate) => {
    const same = before.find(({ id }) => id === plate.id);
    return same && facts(same) !== facts(plate);
  });
}

/** All plates, with what is sent of them. */
const platesOf = ({ sur, panel }: MeetingDraft): PlateDraft[] =>
  [...(sur ? [sur] : []), ...panel].map((plate) => ({
    ...plate,
    ...textsOf(plate),
    reason: reasonOf(plate),
    readerId: plate.standing === 'STANDING_READ_BY' ? plate.readerId : '',
  }));

/** The draft with the names that are in the programme: what was typed goes by nameChanges(). */
export function withNamesOf(base: MeetingDraft, draft: MeetingDraft): MeetingDraft {
  return {
    ...draft,
    panel: draft.panel.map((plate) => {
      const before = base.panel.find(({ id }) => id === plate.id && id !== '');
      return before ? { ...plate, speakerName: before.speakerName } : plate;
    }),
  };
}

/** Whether two drafts mean the same, however a time is written. */
export function sameDraft(a: MeetingDraft, b: MeetingDraft): boolean {
  return JSON.stringify(normal(a)) === JSON.stringify(normal(b));
}

const sorted = (fields: object) => Object.entries(fields).sort();

function normal(draft: MeetingDraft) {
  const clock = (time: string) => JSON.stringify(clockOf(time) ?? time.trim());
  const length = (time: string) => secondsOf(time) ?? time.trim();
  return sorted({
    ...draft,
    stateName: '',
    from: clock(draft.from),
    to: clock(draft.to),
    hardStop: clock(draft.hardStop),
    surTime: length(draft.surTime),
    sur: undefined,
    panel: platesOf({ ...draft, panel: withIds(draft.panel) }).map((plate) =>
      sorted({ ...plate, key: '', time: length(plate.time) }),
    ),
  });
}
