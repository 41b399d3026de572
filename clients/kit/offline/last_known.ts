import type { Delegation, Room } from '../protocol';

/** A room as a screen last saw it, with the clock to continue from there. */
export interface LastKnown {
  room: Room;
  revision: number;
  /** The server's clock less this device's wall clock (`Date.now()`), in milliseconds. */
  offsetMs: number;
  /** By this device's wall clock. */
  keptAtMs: number;
}

const PREFIX = 'rostrum.last-room.';
/** Earlier versions kept names under it. */
const FORMER_PREFIX = 'rostrum.last-known.';
/** How many rooms a device keeps. */
const MOST = 8;
/** In characters, about twelve times a room of forty plates; a larger room is not kept. */
const MOST_LENGTH = 384 * 1024;
/** An older state helps nobody. */
const GOOD_FOR_MS = 24 * 60 * 60_000;

/**
 * The last state that a link showed, stored on this device for a reload without a server. Each link has its
 * own entry: another token may open less of the room. Storage that fails or is full only loses the memory.
 *
 * No person's name is stored, and no text that somebody typed during a meeting: a browser's storage keeps
 * bytes on the disk after they were overwritten or deleted.
 */
export class LastKnownRoom {
  #storage: Storage;
  #key: string;

  constructor(storage: Storage, link: { room: string; token: string }) {
    this.#storage = storage;
    this.#key = `${PREFIX}${link.room}.${markOf(link.token)}`;
  }

  keep(known: LastKnown): void {
    const json = JSON.stringify({ ...known, room: withoutNames(known.room) });
    if (json.length > MOST_LENGTH) return this.forget();
    try {
      this.#storage.setItem(this.#key, json);
      this.#dropOldest();
    } catch {
      // Storage is full or blocked: an older state must not pass for the newest.
      this.forget();
    }
  }

  /** @param nowMs this device's wall clock */
  recall(nowMs: number): LastKnown | undefined {
    dropOld(this.#storage, nowMs);
    return read(this.#storage, this.#key);
  }

  /** For a link that was refused. */
  forget(): void {
    try {
      this.#storage.removeItem(this.#key);
    } catch {
      // Storage is blocked: nothing was kept.
    }
  }

  #dropOldest(): void {
    keysOf(this.#storage, PREFIX)
      .map((key) => ({ key, keptAtMs: read(this.#storage, key)?.keptAtMs ?? 0 }))
      .sort((a, b) => b.keptAtMs - a.keptAtMs)
      .slice(MOST)
      .forEach(({ key }) => this.#storage.removeItem(key));
  }
}

/** Deletes what is older than a day, whatever link it belongs to, and what earlier versions kept. */
export function dropOld(storage: Storage, nowMs: number): void {
  try {
    const isGood = (key: string) => {
      const known = read(storage, key);
      return typeof known?.room === 'object' && Math.abs(nowMs - known.keptAtMs) <= GOOD_FOR_MS;
    };
    const old = keysOf(storage, PREFIX).filter((key) => !isGood(key));
    for (const key of [...old, ...keysOf(storage, FORMER_PREFIX)]) storage.removeItem(key);
  } catch {
    // Storage is blocked: nothing is kept.
  }
}

function keysOf(storage: Storage, prefix: string): string[] {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

function read(storage: Storage, key: string): LastKnown | undefined {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Enough to show who has the floor, the list and the time. */
function withoutNames({ signals, memory, noticeBoard, plates, roll, list, ...room }: Room): Room {
  const nameless = (delegation: Delegation) => ({
    ...delegation,
    speakerName: '',
    absenceReason: '',
    note: '',
  });
  return {
    ...room,
    ...(plates && { plates: { delegations: plates.delegations.map(nameless) } }),
    ...(roll && { roll: { delegations: roll.delegations.map(nameless) } }),
    ...(list && {
      list: { ...list, inscriptions: list.inscriptions.map((one) => ({ ...one, rulingText: '' })) },
    }),
  };
}

/** Distinguishes tokens without revealing them: 53 of 130 bits. (`crypto.subtle` is missing without TLS.) */
function markOf(token: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const character of token) {
    const code = character.codePointAt(0)!;
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
    high ^= low >>> 15;
    low ^= high >>> 13;
  }
  return ((high >>> 11) * 2 ** 32 + (low >>> 0)).toString(36);
}
