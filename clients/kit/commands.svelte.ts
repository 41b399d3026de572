import { createContext } from 'svelte';
import { failureOf, type Failure } from './i18n/acts';
import type { CommandBody, Role } from './protocol';
import type { RoomScreen } from './room_screen.svelte';

/** The latest only: an act of another is shown for seconds. */
const MOST_OWN = 50;

/** More than this many at once would cover the screen; the oldest makes room. */
const MOST_FAILURES = 3;

interface Options {
  /** Those that may act by this screen; all unless named. */
  roles?: readonly Role[];
  /** Whether one command is awaited before the next, as on a phone. */
  oneAtATime?: boolean;
}

/**
 * What a screen asks of the server, from the tap until the screen shows it. Nothing is shown before it
 * is true: a command on its way is shown as that. Reactive; belongs to a component.
 */
export class Commands {
  readonly screen: RoomScreen;
  /** What was not done, and not yet dismissed. What is done next dismisses it too. */
  failures = $state.raw<readonly (Failure & { id: number })[]>([]);
  #options: Options;
  #pending = $state.raw<readonly string[]>([]);
  #awaited: { revision: number; settle: () => void }[] = [];
  #failed = 0;
  /** The revisions that were made from here. */
  #own: number[] = [];
  #firstSeen: number | undefined;

  constructor(screen: RoomScreen, options: Options = {}) {
    this.screen = screen;
    this.#options = options;
    $effect(() => this.follow());
  }

  /** Whether commands of the floor can be sent at all. */
  get live(): boolean {
    return this.screen.status === 'up' && this.permitted && this.inControl;
  }

  /** Whether this can be sent: what stands beside the floor goes on without the controls. */
  may(act: CommandBody): boolean {
    const others = this.screen.room?.settings?.withoutControls ?? [];
    const { status } = this.screen;
    return this.live || (status === 'up' && this.permitted && others.includes(act.case));
  }

  /** Whether the floor is run from here: the secretariat may have taken the controls. */
  get inControl(): boolean {
    const { role, room } = this.screen;
    return role !== 'ROLE_CHAIR' || room?.settings?.controls !== 'ROLE_SECRETARIAT';
  }

  /** Whether this link may act, as far as is known. */
  get permitted(): boolean {
    const { role } = this.screen;
    return role === 'ROLE_UNSPECIFIED' || (this.#options.roles?.includes(role) ?? true);
  }

  /** Whether the command of this name is on its way. */
  pending(name: string): boolean {
    return this.#pending.includes(name);
  }

  /** Whether any is. */
  get busy(): boolean {
    return this.#pending.length > 0;
  }

  /**
   * Sends a command, unless one of this name is on its way already: a doubled tap sends it once.
   *
   * @returns the revision that it made, if it was done; settles when the screen shows it
   */
  async send(name: string, act: CommandBody): Promise<number | undefined> {
    if (this.#options.oneAtATime ? this.busy : this.pending(name)) return undefined;
    if (!this.may(act)) return undefined;
    this.#pending = [...this.#pending, name];
    const outcome = await this.screen.send(act);
    if (outcome.kind === 'accepted') {
      this.#own = [...this.#own, outcome.revision].slice(-MOST_OWN);
      await this.#shown(outcome.revision);
      this.failures = [];
    } else this.fail(failureOf(outcome));
    this.#pending = this.#pending.filter((pending) => pending !== name);
    return outcome.kind === 'accepted' ? outcome.revision : undefined;
  }

  /** Whether this act may be another's: it was not sent from here, and is not older than this page. */
  byAnother(revision: number): boolean {
    if (this.busy || this.#own.includes(revision)) return false;
    return this.#firstSeen !== undefined && revision > this.#firstSeen;
  }

  fail(failure: Failure): void {
    this.#failed += 1;
    this.failures = [...this.failures, { id: this.#failed, ...failure }].slice(-MOST_FAILURES);
  }

  /** @param id of a failure; all of them unless named */
  dismiss(id?: number): void {
    this.failures = id ? this.failures.filter((failure) => failure.id !== id) : [];
  }

  /** Lets go of what waited for the screen as it is now. */
  follow(): void {
    const { revision, status } = this.screen;
    if (revision > 0) this.#firstSeen ??= revision;
    // Without a link there is nothing to wait for: what the next Welcome shows is the truth.
    const shown = (awaited: { revision: number }) =>
      status !== 'up' || revision >= awaited.revision;
    const seen = this.#awaited.filter(shown);
    this.#awaited = this.#awaited.filter((awaited) => !shown(awaited));
    for (const { settle } of seen) settle();
  }

  /** An Accepted may overtake its Changed. */
  #shown(revision: number): Promise<void> {
    const shown = new Promise<void>((settle) => this.#awaited.push({ revision, settle }));
    this.follow();
    return shown;
  }
}

/** For all parts of a screen that has many. */
export const [getCommands, setCommands] = createContext<Commands>();
