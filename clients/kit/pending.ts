import type { RefusalCode } from './protocol';

export type Outcome =
  | { kind: 'accepted'; revision: number }
  | {
      kind: 'refused';
      code: RefusalCode;
      text: string;
      /** The server's code of the sentence, and what goes into it. */
      reason?: string;
      particulars?: readonly { name: string; value: string }[];
    }
  /** Not sent, without a link. */
  | { kind: 'disconnected' }
  /** Sent, but the link was down for too long: the room shows whether it took effect. */
  | { kind: 'unknown' };

/** A command that takes effect later than this after the tap would surprise the user. */
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

  /** Gives up the commands that are too old to send again. */
  expire(): void {
    for (const [id, { sentMs }] of this.#waiting) {
      if (this.#now() - sentMs > TOO_LATE_MS) this.settle(id, { kind: 'unknown' });
    }
  }

  /** Their age is unknown: they can still be answered, but not sent again. */
  age(): void {
    for (const waiting of this.#waiting.values()) waiting.sentMs = -Infinity;
  }

  giveUp(): void {
    for (const id of this.#waiting.keys()) this.settle(id, { kind: 'unknown' });
  }
}
