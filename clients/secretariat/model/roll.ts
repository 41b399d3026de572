import type { Roll } from '$kit/protocol';
import type { Figures } from './figures';

/** Whether a Mission is in the room, was there and left, or never came. */
export type Attending = 'present' | 'left' | 'away';

/** The Missions that were in the room, by their codes. */
export type RollMarks = ReadonlyMap<string, Exclude<Attending, 'away'>>;

export function marksOf(roll: Roll | undefined): RollMarks {
  return new Map(
    (roll?.delegations ?? [])
      .filter(({ kind }) => kind === 'DELEGATION_KIND_MISSION')
      .map(({ stateCode, standing }) => [
        stateCode,
        standing === 'STANDING_PRESENT' ? 'present' : 'left',
      ]),
  );
}

/** Of a meeting that is not on the screens: who was there counts, not when. */
export function marksOfClosed(attendance: Figures['attendance'] | undefined): RollMarks {
  return new Map((attendance ?? []).map(({ state }) => [state.code, 'present']));
}

export function countOf(marks: RollMarks, attending: Attending): number {
  return [...marks.values()].filter((mark) => mark === attending).length;
}

/** A State as the roll shows it. */
export interface RollRow {
  code: string;
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
    .map(({ code, name }): RollRow => ({ code, name, attending: marks.get(code) ?? 'away' }))
    .filter(({ attending }) => filter === 'all' || (attending === 'away') === (filter === 'away'));
}
