import { SvelteSet } from 'svelte/reactivity';
import { refusal } from '$kit/i18n/acts';
import type { Act } from '$kit/link';
import type { Outcome } from '$kit/pending';
import type { Screen } from '$kit/screen.svelte';
import { Role } from '$proto/table_pb';
import { t } from './words';

/** An act that was not done. */
export interface Refused {
  id: number;
  outcome: Exclude<Outcome, { kind: 'accepted' }>;
}

/** An act that is done, and waits to be seen. */
interface Awaited {
  revision: bigint;
  settle: () => void;
}

/** What the chair may do while the secretariat has the controls. */
const besideTheFloor: readonly Act['case'][] = ['sendSignal', 'setDisplay', 'handBackControls'];

const MOST_OWN = 50;

/** More than this many at once would cover the screen; the oldest makes room. */
const MOST_REFUSED = 3;

/**
 * What the chair asks for, from the tap until the screen shows it. Nothing is shown before it is
 * true: an act on its way is shown as that. Belongs to a component: it follows the screen.
 */
export class Desk {
  readonly screen: Screen;
  /** What was refused, and not yet dismissed. Done acts dismiss it too. */
  refused = $state.raw<readonly Refused[]>([]);
  #pending = new SvelteSet<string>();
  #awaited: Awaited[] = [];
  #refusals = 0;
  /** What was done from here, the latest only: an act of another is told for seconds. */
  #own: bigint[] = [];
  #firstSeen: bigint | undefined;

  constructor(screen: Screen) {
    this.screen = screen;
    $effect(() => this.follow());
  }

  /** Whether acts of the floor can be asked for at all. */
  get live(): boolean {
    return this.screen.status === 'up' && this.permitted && this.inControl;
  }

  /** Whether this act can be asked for: what stands beside the floor goes on without the controls. */
  may(act: Act): boolean {
    return this.live || (besideTheFloor.includes(act.case) && this.screen.status === 'up');
  }

  /** Whether the floor is run from here: the secretariat may have taken the controls. */
  get inControl(): boolean {
    const { role, room } = this.screen;
    return role !== Role.CHAIR || room?.settings?.controls !== Role.SECRETARIAT;
  }

  /** Whether this link may act, as far as is known. */
  get permitted(): boolean {
    const { role } = this.screen;
    return role === Role.CHAIR || role === Role.SECRETARIAT || role === Role.UNSPECIFIED;
  }

  /** Whether the act of this name is on its way. */
  pending(name: string): boolean {
    return this.#pending.has(name);
  }

  /**
   * Asks for an act, unless one of this name is on its way already: a doubled tap asks once.
   *
   * @returns whether it was done; settles when the screen shows it
   */
  async ask(name: string, act: Act): Promise<boolean> {
    if (!this.permitted || !this.may(act) || this.#pending.has(name)) return false;
    this.#pending.add(name);
    const outcome = await this.screen.send(act);
    if (outcome.kind === 'accepted') {
      this.#own = [...this.#own, outcome.revision].slice(-MOST_OWN);
      await this.#shown(outcome.revision);
      this.refused = [];
    } else {
      const refused = { id: ++this.#refusals, outcome };
      this.refused = [...this.refused, refused].slice(-MOST_REFUSED);
    }
    this.#pending.delete(name);
    return outcome.kind === 'accepted';
  }

  /** Whether this act may be another's: it was not asked for here, and is not older than this page. */
  byAnother(revision: bigint): boolean {
    if (this.#pending.size > 0 || this.#own.includes(revision)) return false;
    return this.#firstSeen !== undefined && revision > this.#firstSeen;
  }

  dismiss(id: number): void {
    this.refused = this.refused.filter((refused) => refused.id !== id);
  }

  /** Lets go of what waited for the screen as it is now. */
  follow(): void {
    const { revision, status } = this.screen;
    if (revision > 0n) this.#firstSeen ??= revision;
    // Without a link there is nothing to wait for: what the next Welcome shows is the truth.
    const shown = (awaited: Awaited) => status !== 'up' || revision >= awaited.revision;
    const seen = this.#awaited.filter(shown);
    this.#awaited = this.#awaited.filter((awaited) => !shown(awaited));
    for (const awaited of seen) awaited.settle();
  }

  /** An Accepted may overtake its Changed. */
  #shown(revision: bigint): Promise<void> {
    const shown = new Promise<void>((settle) => this.#awaited.push({ revision, settle }));
    this.follow();
    return shown;
  }
}

/** Why an act was not done, in a sentence. */
export function sentence({ outcome }: Refused): string {
  if (outcome.kind === 'refused') return refusal(outcome.code);
  return t(`refused.${outcome.kind}`);
}
