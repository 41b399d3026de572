import type { CardHolderJson } from '$proto/live_pb';
import type { Card, Cards, IssuedCard, IssuedCards } from '$kit/protocol';
import type { Answer } from '../api';
import type { Client } from '../client.svelte';

/** A card to issue. */
export interface NewCard {
  holder: CardHolderJson;
  identity: string;
}

/** The cards of the room, and those that can be printed: the page alone knows their secrets, until it is left. */
export class CardStore {
  /** Undefined until the server has answered. */
  all = $state.raw<Card[]>();
  most = $state(0);
  /** The cards just issued or replaced. */
  printable = $state.raw<IssuedCard[]>([]);
  busy = $state(false);
  #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async refresh(): Promise<void> {
    const answer = await this.#client.api.get<Cards>(this.#client.roomPath('/cards'));
    if (answer.kind === 'failed') return this.#client.failed(answer.problem);
    this.all = answer.value.cards;
    this.most = answer.value.most;
  }

  /** Issues new cards, and other letters for these existing ones. */
  async issue(cards: readonly NewCard[], replaced: readonly string[] = []): Promise<boolean> {
    const body = { cards, replaced };
    const path = this.#client.roomPath('/cards');
    const answer = await this.#busyWith(this.#client.api.send<IssuedCards>('POST', path, body));
    if (answer.kind === 'ok') this.printable = answer.value.cards;
    return answer.kind === 'ok';
  }

  async revoke(ids: readonly string[]): Promise<boolean> {
    const path = this.#client.roomPath('/cards/revoke');
    const answer = await this.#busyWith(this.#client.api.send('POST', path, { cards: ids }));
    return answer.kind === 'ok';
  }

  async #busyWith<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    this.busy = true;
    const answer = await asked;
    this.busy = false;
    if (answer.kind === 'failed') this.#client.failed(answer.problem);
    await this.refresh();
    return answer;
  }
}
