import { askAny } from '$kit/ask_any';
import { parse, type Lobby, type LobbyRoom } from '$kit/protocol';

const EVERY_MS = 10_000;
const EVERY_MS_WHEN_AWAY = 2000;

/** The public list of rooms, refreshed while the page is visible. */
export class Rooms {
  /** Undefined until the server first answers. */
  all = $state.raw<LobbyRoom[]>();
  /** Whether the server does not answer. */
  away = $state(false);
  /** The server's clock at its last answer, in Unix milliseconds: exact enough for the day. */
  now = $state(0);

  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    document.addEventListener('visibilitychange', () => this.#refresh());
    void this.#refresh();
  }

  async #refresh(): Promise<void> {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    this.away = !(await this.#fetch());
    clearTimeout(this.#timer);
    const wait = this.away ? EVERY_MS_WHEN_AWAY : EVERY_MS;
    this.#timer = setTimeout(() => this.#refresh(), wait);
  }

  async #fetch(): Promise<boolean> {
    try {
      const answer = await askAny('/api/v1/rooms');
      if (!answer.ok) return false;
      const { rooms, serverUnixMs } = parse<Lobby>(await answer.text());
      this.all = rooms;
      this.now = serverUnixMs;
      return true;
    } catch {
      return false;
    }
  }
}
