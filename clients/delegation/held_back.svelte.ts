import type { Request } from '$kit/protocol';
import { HELD_BACK_MS, declinedOf, goneOf, requestsShown, type Gone } from './gone';
import type { AskedFor, Seen } from './situation';

interface Phone {
  meetingId: string | undefined;
  seen: Seen;
  asked: readonly AskedFor[];
  delegationId: string;
}

/** Follows the requests of a room, and holds back what has just gone. Reactive; create it in a component. */
export class HeldBack {
  requests = $state.raw<readonly Request[]>([]);
  declined = $state.raw<readonly AskedFor[]>([]);
  #before: { requests: readonly Request[]; gone: readonly Gone[] } = { requests: [], gone: [] };
  #meetingId: string | undefined;
  #withdrawn: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(phone: () => Phone) {
    $effect.pre(() => {
      this.#follow(phone());
      return () => clearTimeout(this.#timer);
    });
  }

  /** What this phone withdraws is gone at once. */
  noteWithdrawn(id: string): void {
    this.#withdrawn = [...this.#withdrawn, id];
  }

  #follow(phone: Phone): void {
    const { meetingId, seen, asked } = phone;
    const nowMs = performance.now();
    if (meetingId !== this.#meetingId) this.#before = { requests: [], gone: [] };
    this.#meetingId = meetingId;
    const gone = goneOf(this.#before, phone, seen, nowMs).filter(
      ({ id }) => !this.#withdrawn.includes(id),
    );
    this.#before = { requests: seen.questions?.requests ?? [], gone };
    this.requests = requestsShown(seen, gone, nowMs);
    this.declined = declinedOf(asked, gone, nowMs);
    const untilMs = gone.map(({ sinceMs }) => sinceMs + HELD_BACK_MS).filter((ms) => ms > nowMs);
    if (untilMs.length > 0)
      this.#timer = setTimeout(() => this.#follow(phone), Math.min(...untilMs) - nowMs + 1);
  }
}
