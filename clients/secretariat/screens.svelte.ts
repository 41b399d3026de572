import type {
  AssignScreenJson,
  LobbyJson,
  LobbyRoomJson,
  ScreensJson,
  ScreenStateJson,
} from '$proto/http_pb';
import type { Answer } from './api';
import type { Client } from './client.svelte';

const EVERY_MS = 3000;

/**
 * Every connected and every paired screen of this room, kept fresh while the page is visible.
 * Belongs to a component, and ends with it.
 */
export class ScreenStore {
  /** Undefined until the server has answered for the first time. */
  all = $state.raw<ScreenStateJson[]>();
  rooms = $state.raw<LobbyRoomJson[]>([]);
  /** Whether the latest request failed. */
  away = $state(false);
  #client: Client;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(client: Client) {
    this.#client = client;
    $effect(() => {
      const refresh = () => void this.refresh();
      document.addEventListener('visibilitychange', refresh);
      refresh();
      void this.#findRooms();
      return () => {
        this.#ended = true;
        clearTimeout(this.#timer);
        document.removeEventListener('visibilitychange', refresh);
      };
    });
  }

  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    if (document.hidden || this.#ended) return;
    const answer = await this.#client.api.get<ScreensJson>('/api/v1/screens');
    this.away = answer.kind !== 'ok';
    if (answer.kind === 'ok') this.all = answer.value.screens ?? [];
    clearTimeout(this.#timer);
    if (!this.#ended) this.#timer = setTimeout(() => void this.refresh(), EVERY_MS);
  }

  /** Lets a new screen in. */
  pair(assignment: AssignScreenJson): Promise<boolean> {
    return this.#done(this.#client.api.send('POST', '/api/v1/screens', assignment));
  }

  /** Renames a screen, sends it elsewhere, gives it another scene. */
  assign(id: string, assignment: AssignScreenJson): Promise<boolean> {
    return this.#done(this.#client.api.send('PUT', pathOf(id), assignment));
  }

  /** It shows its name, large, for a few seconds. */
  identify(id: string): Promise<boolean> {
    return this.#done(this.#client.api.send('POST', `${pathOf(id)}/identify`));
  }

  /** Shuts it out: it has to be paired again. */
  revoke(id: string): Promise<boolean> {
    return this.#done(this.#client.api.send('DELETE', pathOf(id)));
  }

  async #findRooms(): Promise<void> {
    const answer = await this.#client.api.get<LobbyJson>('/api/v1/rooms');
    if (answer.kind === 'ok') this.rooms = answer.value.rooms ?? [];
  }

  async #done(asked: Promise<Answer<unknown>>): Promise<boolean> {
    const answer = await asked;
    if (answer.kind === 'failed') this.#client.failed(answer.problem);
    void this.refresh();
    return answer.kind === 'ok';
  }
}

function pathOf(id: string): string {
  return `/api/v1/screens/${encodeURIComponent(id)}`;
}
