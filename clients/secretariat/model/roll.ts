import type { DelegationKind, Roll } from '$kit/protocol';
import { folded } from '$kit/states';
import type { Figures } from './figures';

/** Whether a delegation is in the room, was there and left, or never came. */
export type Attending = 'present' | 'left' | 'away';

/** Who was in the room: Missions by their States' codes, or guests by their names. */
export type RollMarks = ReadonlyMap<string, Exclude<Attending, 'away'>>;

function marksOfKind(
  roll: Roll | undefined,
  wanted: DelegationKind,
  key: 'stateCode' | 'title',
): RollMarks {
  return new Map(
    (roll?.delegations ?? [])
      .filter(({ kind }) => kind === wanted)
      .map((one) => [one[key], one.standing === 'STANDING_PRESENT' ? 'present' : 'left']),
  );
}

export const marksOf = (roll: Roll | undefined): RollMarks =>
  marksOfKind(roll, 'DELEGATION_KIND_MISSION', 'stateCode');

/** Bodies that are no States. */
export const guestMarksOf = (roll: Roll | undefined): RollMarks =>
  marksOfKind(roll, 'DELEGATION_KIND_ORGANISATION', 'title');

/** Of a meeting that is not on the screens, whose figures these are. */
export function marksOfClosed(attendance: Figures['attendance'] | undefined): RollMarks {
  return new Map(
    (attendance ?? []).map(({ state, left }) => [state.code, left > 0 ? 'left' : 'present']),
  );
}

export function guestMarksOfClosed(guests: Figures['guests'] | undefined): RollMarks {
  return new Map((guests ?? []).map(({ name, left }) => [name, left > 0 ? 'left' : 'present']));
}

export function countOf(marks: RollMarks, attending: Attending): number {
  return [...marks.values()].filter((mark) => mark === attending).length;
}

/** A State or a guest as the roll shows it. */
export interface RollRow {
  /** The State's code, or the guest's name. */
  id: string;
  name: string;
  attending: Attending;
}

export type RollFilter = 'all' | 'present' | 'away';

/** The found States, as many as the filter lets through. */
export function rollRows(
  found: readonly { code: string; name: string }[],
  marks: RollMarks,
  filter: RollFilter,
): RollRow[] {
  return found
    .map(({ code, name }): RollRow => ({ id: code, name, attending: marks.get(code) ?? 'away' }))
    .filter(({ attending }) => filter === 'all' || (attending === 'away') === (filter === 'away'));
}

/** The guests whose name has what was typed. */
export function guestRows(marks: RollMarks, query: string, filter: RollFilter): RollRow[] {
  if (filter === 'away') return [];
  return [...marks]
    .map(([name, attending]): RollRow => ({ id: name, name, attending }))
    .filter(({ name }) => folded(name).includes(folded(query)));
}

/** Who can be entered as a guest: what was typed, if it names neither a State nor a guest. */
export function newGuest(
  query: string,
  found: readonly { code: string }[],
  guests: RollMarks,
): string {
  const name = query.trim();
  return found.length > 0 || guests.has(name) ? '' : name;
}
