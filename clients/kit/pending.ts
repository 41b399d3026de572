import type { RefusalCode } from './protocol';

/** What became of a command. */
export type Outcome =
  | { kind: 'accepted'; revision: number }
  | { kind: 'refused'; code: RefusalCode; text: string }
  /** Not sent: there is no link. */
  | { kind: 'disconnected' }
  /** Sent, and the link was away for too long to learn more: the room as shown is the truth. */
  | { kind: 'unknown' };

/** An act that is asked for this long after the tap would surprise whoever tapped. */
const TOO_LATE_MS = 15_000;

interface Waiting {
  message: string;
  sentMs: number;
  settle: (outcome: Outcome) => void;
}

/** The commands that the server has not answered yet. */
export class Pending {
  #waiting = new Map<string, Waiting>();
  #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(id: string, message: string): Promise<Outcome> {
    return new Promise((settle) => {
      this.#waiting.set(id, { message, sentMs: this.#now(), settle });
    });
  }

  settle(id: string, outcome: Outcome): void {
    this.#waiting.get(id)?.settle(outcome);
    this.#waiting.delete(id);
  }

  /** What to send again after a reconnect, oldest first. */
  toResend(): string[] {
    this.expire();
    return [...this.#waiting.values()].map(({ message }) => message);
  }

  /** Gives up what is too old to be sent again. */
  expire(): void {
    for (const [id, { sentMs }] of this.#waiting) {
      if (this.#now() - sentMs > TOO_LATE_MS) this.settle(id, { kind: 'unknown' });
    }
  }

  /** Nobody knows any more how old these are: they can still be answered, but not sent again. */
  age(): void {
    for (const waiting of this.#waiting.values()) waiting.sentMs = -Infinity;
  }

  giveUp(): void {
    for (const id of this.#waiting.keys()) this.settle(id, { kind: 'unknown' });
  }
}
