import type { Roll } from '$kit/protocol';

/** The codes of the Missions that are in the room. */
export function presentOf(roll: Roll | undefined): ReadonlySet<string> {
  return new Set(
    (roll?.delegations ?? [])
      .filter(
        ({ kind, standing }) =>
          kind === 'DELEGATION_KIND_MISSION' && standing === 'STANDING_PRESENT',
      )
      .map(({ stateCode }) => stateCode),
  );
}

/** A State as the roll shows it. */
export interface RollRow {
  code: string;
  name: string;
  present: boolean;
}

export type RollFilter = 'all' | 'present' | 'away';

/** The found States, as many as the filter lets through. */
export function rollRows(
  found: readonly { code: string; name: string }[],
  present: ReadonlySet<string>,
  filter: RollFilter,
): RollRow[] {
  return found
    .map(({ code, name }) => ({ code, name, present: present.has(code) }))
    .filter((row) => filter === 'all' || row.present === (filter === 'present'));
}
