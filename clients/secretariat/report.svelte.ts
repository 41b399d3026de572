import type { Problem } from './api';
import type { Client } from './client.svelte';

/**
 * A report that is asked for again whenever its address changes or the room does. Belongs to a
 * component: it follows what the address is made of.
 */
export class Report<T> {
  value = $state.raw<T>();
  problem = $state.raw<Problem>();
  #asked = 0;

  /** @param path of the report; undefined while none is wanted */
  constructor(client: Client, path: () => string | undefined) {
    $effect(() => {
      const wanted = path();
      // The report changes with the room.
      void client.screen.revision;
      const ask = () => wanted && void this.#ask(client, wanted);
      // Acts come in bursts: one request for a burst.
      const timer = setTimeout(ask, this.#asked === 0 ? 0 : 500);
      return () => clearTimeout(timer);
    });
  }

  async #ask(client: Client, path: string): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const answer = await client.api.get<T>(path);
    // This answers an earlier request.
    if (asked !== this.#asked) return;
    this.problem = answer.kind === 'failed' ? answer.problem : undefined;
    this.value = answer.kind === 'ok' ? answer.value : undefined;
  }
}
