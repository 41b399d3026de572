import type { Room } from '../protocol';

/** A room as a screen last saw it, with what it takes to count on from there. */
export interface LastKnown {
  room: Room;
  revision: number;
  /** The server's clock less this device's wall clock (`Date.now()`), in milliseconds. */
  offsetMs: number;
  /** When it was kept, by this device's wall clock. */
  keptAtMs: number;
}

const PREFIX = 'rostrum.last-known.';
/** Rooms that one device keeps: the newest so many. */
const MOST = 8;
/** Characters: a larger room is not kept; one of forty plates takes about a twelfth of it. */
const MOST_LENGTH = 384 * 1024;
/** An older state is no help to anybody in the room, and may hold names that were withheld since. */
const GOOD_FOR_MS = 24 * 60 * 60_000;

/**
 * The last state that a link has shown, kept on this device, so that a screen that reloads without a
 * server still has something true to show. One entry for each link: another token to the same room,
 * which may open less of it, finds nothing. Storage that fails or is full costs the memory and
 * nothing else.
 */
export class LastKnownRoom {
  #storage: Storage;
  #key: string;

  constructor(storage: Storage, link: { room: string; token: string }) {
    this.#storage = storage;
    this.#key = `${PREFIX}${link.room}.${markOf(link.token)}`;
  }

  keep(known: LastKnown): void {
    const json = JSON.stringify(known);
    if (json.length > MOST_LENGTH) return this.forget();
    try {
      this.#storage.setItem(this.#key, json);
      this.#dropOldest();
    } catch {
      // Full, or closed to this page: an older state must not be left to pass for the newest.
      this.forget();
    }
  }

  /** @param nowMs this device's wall clock */
  recall(nowMs: number): LastKnown | undefined {
    const known = this.#read(this.#key);
    // Earlier versions kept the room as a text.
    const good = typeof known?.room === 'object' && Math.abs(nowMs - known.keptAtMs) <= GOOD_FOR_MS;
    if (!good) this.forget();
    return good ? known : undefined;
  }

  /** For a link that opens nothing any more. */
  forget(): void {
    try {
      this.#storage.removeItem(this.#key);
    } catch {
      // Nothing was kept, then.
    }
  }

  #read(key: string): LastKnown | undefined {
    try {
      return JSON.parse(this.#storage.getItem(key) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }

  #dropOldest(): void {
    const keys = Array.from({ length: this.#storage.length }, (_, i) => this.#storage.key(i) ?? '');
    keys
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => ({ key, keptAtMs: this.#read(key)?.keptAtMs ?? 0 }))
      .sort((a, b) => b.keptAtMs - a.keptAtMs)
      .slice(MOST)
      .forEach(({ key }) => this.#storage.removeItem(key));
  }
}

/**
 * Tells one token from another and gives none away: 53 bits cannot be turned back into 130. (A real
 * digest is missing on a page that came without TLS.)
 */
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
