import type { Rules } from '$kit/protocol';
import { emptyPlate, type MeetingDraft, type PlateDraft } from './draft';
import { writtenSeconds } from './minutes';
import { dayTimeOf } from './zone';

const HOUR_MS = 3_600_000;

/** A slot of the programme. */
export interface Slot {
  startsAtMs: number;
  endsAtMs: number;
}

const nothingYet = { id: '', stateCode: '', stateName: '', hardStop: '' };
const nobodyYet = {
  standing: 'STANDING_PRESENT',
  reason: '',
  speakerName: '',
  representedBy: 'REPRESENTED_BY_UNSPECIFIED',
  readerId: '',
} as const;

/** Where the next meeting goes: right after the last one, as long as that one. */
export function nextSlot(slots: readonly Slot[], nowMs: number): Slot {
  const last = slots.reduce<Slot | undefined>(
    (latest, slot) => (latest && latest.endsAtMs >= slot.endsAtMs ? latest : slot),
    undefined,
  );
  if (last) {
    const length = last.endsAtMs - last.startsAtMs;
    return { startsAtMs: last.endsAtMs, endsAtMs: last.endsAtMs + length };
  }
  const startsAtMs = Math.ceil(nowMs / HOUR_MS) * HOUR_MS;
  return { startsAtMs, endsAtMs: startsAtMs + HOUR_MS };
}

/** A meeting with one plate to fill in. */
export function newMeeting(slot: Slot, timeZone: string, rules: Rules | undefined): MeetingDraft {
  return {
    ...nothingYet,
    ...whenOf(slot, timeZone),
    surTime: writtenSeconds(secondsIn(rules?.surLongestMs, 120)),
    panel: [newPlate(rules)],
  };
}

/** The same panel in another slot; what happened to the first one's chairs and names stays there. */
export function copyOf(draft: MeetingDraft, slot: Slot, timeZone: string): MeetingDraft {
  const panel = draft.panel.map((plate) => ({ ...plate, ...nobodyYet, key: newKey() }));
  return { ...draft, ...nothingYet, ...whenOf(slot, timeZone), panel, sur: undefined };
}

export function newPlate(rules: Rules | undefined): PlateDraft {
  const time = writtenSeconds(secondsIn(rules?.panelShortestMs, 300));
  return { ...emptyPlate, key: newKey(), time };
}

/** The first id of its State that no meeting has: `cuba`, `cuba-2`. */
export function freeId(stateEnglishName: string, taken: readonly string[]): string {
  const name =
    stateEnglishName
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 56) || 'meeting';
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

function whenOf({ startsAtMs, endsAtMs }: Slot, timeZone: string) {
  const { day, time } = dayTimeOf(startsAtMs, timeZone);
  return { day, from: time, to: dayTimeOf(endsAtMs, timeZone).time };
}

function secondsIn(ms: number | undefined, otherwise: number): number {
  return ms ? Math.round(ms / 1000) : otherwise;
}

let keys = 0;
function newKey(): string {
  keys += 1;
  return `new-${keys}`;
}
