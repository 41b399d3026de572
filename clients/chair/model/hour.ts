import { remainingMs } from '$kit/countdown';
import { Course, InscriptionStatus, type Inscription, type Room } from '$proto/room_pb';
import { isPresent } from './list';

/** A stretch of the hour that belongs to one inscription. */
export interface Stretch {
  /** Turns that have ended, the turn in progress, what is left of it, and who is still to come. */
  kind: 'spoken' | 'speaking' | 'left' | 'coming';
  inscriptionId: string;
  fromMs: number;
  toMs: number;
}

/** The picture of a meeting's hour. All in Unix milliseconds by the server's clock. */
export interface Hour {
  /** The opening, or the planned start. */
  fromMs: number;
  /** When the meeting is due to end. */
  dueMs: number;
  /** Where the picture ends: at the due end, or later where that is not enough. */
  toMs: number;
  /** Undefined where now is outside the picture. */
  nowMs: number | undefined;
  /** One after another, in the order of the clock. */
  stretches: Stretch[];
  /** When everybody present on the list will have been heard; of a closed meeting, its closing. */
  listEndsMs: number;
}

/** Undefined in an empty room. */
export function hourOf(room: Room, now: number): Hour | undefined {
  const { meeting } = room;
  if (!meeting?.id) return undefined;
  const planned = meeting.course === Course.PLANNED;
  const closed = meeting.course === Course.CLOSED;
  const fromMs = Number(planned ? meeting.startsAtUnixMs : meeting.openedAtUnixMs);
  const dueMs = Number(meeting.dueAtUnixMs);

  const past = [...spoken(room), ...speaking(room, now)];
  // A planned hour is drawn as planned, whatever the clock says.
  const present = planned ? fromMs : closed ? Number(meeting.closedAtUnixMs) : now;
  const future = closed ? [] : ahead(room, present);
  const listEndsMs = future.at(-1)?.toMs ?? present;
  const toMs = Math.max(dueMs, listEndsMs);
  return {
    fromMs,
    dueMs,
    toMs,
    nowMs: now >= fromMs && now <= toMs && !closed ? now : undefined,
    stretches: [...past, ...future],
    listEndsMs,
  };
}

/** How the list fits its hour, for a sentence. */
export type Fit = { kind: 'before' | 'over'; minutes: number } | { kind: 'onTime' };

/** Minutes to spare round down and minutes over round up, so that no chair is promised too much. */
export function fitOf({ dueMs, listEndsMs }: Pick<Hour, 'dueMs' | 'listEndsMs'>): Fit {
  const spareMs = dueMs - listEndsMs;
  if (spareMs >= MINUTE) return { kind: 'before', minutes: Math.floor(spareMs / MINUTE) };
  if (spareMs > -TOLERATED) return { kind: 'onTime' };
  return { kind: 'over', minutes: Math.ceil(-spareMs / MINUTE) };
}

const MINUTE = 60_000;
/** A meeting that ends this little after its time is on time. */
const TOLERATED = 30_000;

function spoken(room: Room): Stretch[] {
  return (room.meeting?.turns ?? []).map(({ inscriptionId, fromUnixMs, toUnixMs }) => ({
    kind: 'spoken',
    inscriptionId,
    fromMs: Number(fromUnixMs),
    toMs: Number(toUnixMs),
  }));
}

function speaking(room: Room, now: number): Stretch[] {
  const statement = room.floor?.statement;
  if (!statement) return [];
  const fromMs = Number(statement.givenAtUnixMs);
  const { inscriptionId } = statement;
  return [{ kind: 'speaking', inscriptionId, fromMs, toMs: Math.max(fromMs, now) }];
}

/** What is left of the statement in progress, then everybody present who waits, one after another. */
function ahead(room: Room, from: number): Stretch[] {
  const stretches: Stretch[] = [];
  let fromMs = from;
  const append = (kind: 'left' | 'coming', inscriptionId: string, ms: number) => {
    if (ms <= 0) return;
    stretches.push({ kind, inscriptionId, fromMs, toMs: fromMs + ms });
    fromMs += ms;
  };
  const statement = room.floor?.statement;
  if (statement) append('left', statement.inscriptionId, remainingMs(statement, from));
  for (const inscription of room.list?.inscriptions ?? []) {
    if (inscription.status !== InscriptionStatus.WAITING || !isPresent(room, inscription)) continue;
    append('coming', inscription.id, leftOf(inscription));
  }
  return stretches;
}

/** What an inscription may still use, in milliseconds: one that is called again goes on. */
export function leftOf({ allottedMs, addedMs, spokenMs }: Inscription): number {
  return Math.max(0, Number(allottedMs + addedMs - spokenMs));
}
