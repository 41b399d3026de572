import { forget, recall, remember } from '$kit/site_data';
import type { AskedFor, Kept } from './situation';

/** The State of this phone, the requests that it made and the one that waits for approval, stored on it. */
export class MyState {
  #code = $state('');
  #asked = $state.raw<Asked>({ meeting: '', for: [] });
  #kept = $state.raw<Kept>();

  constructor() {
    const saved = recall(STATE) ?? '';
    if (/^[A-Z]{2}$/.test(saved)) this.#code = saved;
    const asked: unknown = JSON.parse(recall(ASKED) ?? 'null');
    if (isAsked(asked)) this.#asked = asked;
    const kept: unknown = JSON.parse(recall(KEPT) ?? 'null');
    if (isKept(kept)) this.#kept = kept;
  }

  /** ISO 3166-1 alpha-2; empty until chosen. */
  get code(): string {
    return this.#code;
  }

  choose(code: string): void {
    this.#code = code;
    remember(STATE, code);
  }

  forget(): void {
    this.#code = '';
    forget(STATE);
  }

  /** The requests that this phone made in a meeting. */
  askedIn(meeting: string | undefined): readonly AskedFor[] {
    return this.#asked.meeting === meeting ? this.#asked.for : [];
  }

  noteAsked(meeting: string, asked: AskedFor): void {
    this.#keep({ meeting, for: [...this.askedIn(meeting), asked].slice(-MOST) });
  }

  forgetAsked(id: string): void {
    this.#keep({ ...this.#asked, for: this.#asked.for.filter((each) => each.id !== id) });
  }

  /** What this phone asks for once it is allowed to. */
  get kept(): Kept | undefined {
    return this.#kept;
  }

  keepRequest(kept: Kept): void {
    this.#kept = kept;
    remember(KEPT, JSON.stringify(kept));
  }

  forgetKept(): void {
    this.#kept = undefined;
    forget(KEPT);
  }

  #keep(asked: Asked): void {
    this.#asked = asked;
    remember(ASKED, JSON.stringify(asked));
  }
}

interface Asked {
  meeting: string;
  for: readonly AskedFor[];
}

const STATE = 'rostrum.state';
const ASKED = 'rostrum.asked';
const KEPT = 'rostrum.kept-request';
const MOST = 20;

function isAsked(value: unknown): value is Asked {
  if (typeof value !== 'object' || value === null) return false;
  const { meeting, for: asked } = value as Partial<Asked>;
  return typeof meeting === 'string' && Array.isArray(asked);
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { meetingId, delegationId, kind, addressedTo } = value as Partial<Kept>;
  const texts = [meetingId, delegationId, kind];
  return texts.every((each) => typeof each === 'string') && Array.isArray(addressedTo);
}
