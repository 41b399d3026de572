import { retryDelayMs } from './backoff';

/** The screens of a server that died come to the others over this time. */
const SPREAD_MS = 800;
/** A server that has not welcomed a link by then is passed over; twice that in the next round, for slow networks. */
const PATIENCE_MS = 1500;
const MOST_PATIENCE_MS = 5000;
/** More servers than a record has are not remembered. */
const MOST = 16;

export interface Attempt {
  /** The server's origin. */
  server: string;
  afterMs: number;
  patienceMs: number;
}

/**
 * Which server of the record a link tries next, and when. Pure. It stays where it is: it tries the present server
 * first, then the others in an order of its own, so that they share the screens of one that died; and all of them
 * again, in rounds.
 */
export class Servers {
  #home: string;
  #random: () => number;
  #present: string;
  #others: string[] = [];
  /** Those that this round has not tried. */
  #round: string[] = [];
  #rounds = 0;
  #attempts = 0;
  /** The first of the others is yet to be tried. */
  #spread = true;

  /**
   * @param home the origin of the page: tried first
   * @param random 0 to below 1
   */
  constructor(home: string, known: readonly string[], random: () => number) {
    this.#home = this.#present = home;
    this.#random = random;
    this.know(known);
  }

  /** No other server is known. */
  get alone(): boolean {
    return this.#others.length === 0;
  }

  /**
   * @param known the record's servers as one of them named them; none if there is one
   * @param present the one that has the link
   */
  know(known: readonly string[], present = this.#present): void {
    this.#present = present;
    // A page over TLS may not connect without it.
    const allowed = (server: string) =>
      server.startsWith('https:') || this.#home.startsWith('http:');
    const all = new Set([this.#home, ...known.filter(allowed)]);
    all.delete(this.#present);
    this.#others = [...all].slice(0, MOST);
  }

  /** The first attempt of a page. */
  first(): Attempt {
    this.lost(false);
    return this.#attempt(this.#round.shift()!, 0);
  }

  /** The link was lost. `gone`: its server stops, or is silent, so that it is tried last. */
  lost(gone: boolean): void {
    const others = this.#shuffled(this.#others);
    this.#round = gone ? [...others, this.#present] : [this.#present, ...others];
    this.#rounds = 1;
    this.#attempts = 0;
    this.#spread = true;
  }

  /** The next attempt. @param lostForMs how long there has been no link */
  next(lostForMs: number): Attempt {
    let tried = 0;
    if (this.alone) tried = this.#attempts++;
    else if (this.#round.length === 0) {
      tried = this.#rounds++;
      this.#round = this.#shuffled([this.#present, ...this.#others]);
    }
    const server = this.#round.shift() ?? this.#present;
    if (this.#spread && server !== this.#present) {
      this.#spread = false;
      return this.#attempt(server, this.#random() * SPREAD_MS);
    }
    return this.#attempt(server, retryDelayMs(tried, lostForMs, this.#random()));
  }

  #attempt(server: string, afterMs: number): Attempt {
    const patienceMs = this.alone ? Infinity : PATIENCE_MS * 2 ** (this.#rounds - 1);
    return { server, afterMs, patienceMs: Math.min(MOST_PATIENCE_MS, patienceMs) };
  }

  #shuffled(servers: readonly string[]): string[] {
    return servers
      .map((server) => ({ server, place: this.#random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ server }) => server);
  }
}
