import type { Outcome } from './pending';
import type { Act } from './protocol';
import type { Screen } from './screen.svelte';
import { refusal } from './i18n/acts';
import { turn } from './i18n/turn';

/**
 * What a phone asks of the server, one act at a time, from the tap until the screen shows it.
 * Reactive.
 */
export class Asking {
  #screen: Screen;
  #sending = $state('');
  #awaited = $state.raw<{ name: string; revision: number }>();
  #failed = $state.raw<Exclude<Outcome, { kind: 'accepted' }>>();

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** Whether acts can be asked for at all. */
  get live(): boolean {
    return this.#screen.status === 'up';
  }

  /** The act that is on its way, by its name; empty when none is. */
  get pending(): string {
    if (this.#sending) return this.#sending;
    const awaited = this.#awaited;
    const shown = !awaited || this.#screen.revision >= awaited.revision;
    return shown || !this.live ? '' : awaited.name;
  }

  /** Why the last act was not done, in a sentence; empty when it was. */
  get problem(): string {
    const failed = this.#failed;
    if (!failed) return '';
    return failed.kind === 'refused' ? refusal(failed.code) : turn(failed.kind);
  }

  /** Asks for an act, unless one is on its way. @returns the revision it made, if it was done */
  async ask(name: string, act: Act): Promise<number | undefined> {
    if (this.pending) return undefined;
    this.#sending = name;
    const outcome = await this.#screen.send(act);
    this.#sending = '';
    if (outcome.kind !== 'accepted') {
      this.#failed = outcome;
      return undefined;
    }
    this.#failed = undefined;
    this.#awaited = { name, revision: outcome.revision };
    return outcome.revision;
  }

  dismiss(): void {
    this.#failed = undefined;
  }
}
