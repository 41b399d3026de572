import { createContext } from 'svelte';
import { failureOf, type Failed, type Failure } from './i18n/acts';
import type { CommandBody, Role } from './protocol';
import type { RoomScreen } from './room_screen.svelte';

const MOST_OWN = 50;

/** A person who has seen no answer after this time wonders whether the tap was taken. */
const LATE_MS = 1_000;

/** More would cover the screen; the oldest is dropped. */
const MOST_FAILURES = 3;

interface Options {
  /** The roles that may act on this screen; all by default. */
  roles?: readonly Role[];
  /** Whether each command waits for the one before, as on a phone. */
  oneAtATime?: boolean;
}

/**
 * The commands of a screen, from the tap until the screen shows the result. Nothing is shown before the
 * server accepts it: a command is pending until then. Reactive; create it in a component.
 */
export class Commands {
  readonly screen: RoomScreen;
  /** Failures not yet dismissed; the next success dismisses them all. */
  failures = $state.raw<readonly (Failure & { id: number })[]>([]);
  #options: Options;
  #pending = $state.raw<readonly string[]>([]);
  #late = $state.raw<readonly string[]>([]);
  #awaited: { revision: number; settle: () => void }[] = [];
  #failed = 0;
  /** The revisions that this screen made. */
  #own: number[] = [];
  #firstSeen: number | undefined;

  constructor(screen: RoomScreen, options: Options = {}) {
    this.screen = screen;
    this.#options = options;
    $effect(() => this.follow());
  }

  /** Whether commands about the floor can be sent. */
  get live(): boolean {
    return this.screen.status === 'up' && this.permitted && this.inControl;
  }

  /** Whether this command can be sent; some need no controls. */
  may(act: CommandBody): boolean {
    const others = this.screen.room?.settings?.withoutControls ?? [];
    const { status } = this.screen;
    return this.live || (status === 'up' && this.permitted && others.includes(act.case));
  }

  /** Whether this screen has the controls, which the secretariat may take. */
  get inControl(): boolean {
    const { role, room } = this.screen;
    return role !== 'ROLE_CHAIR' || room?.settings?.controls !== 'ROLE_SECRETARIAT';
  }

  /** Whether this role may act; true while it is unknown. */
  get permitted(): boolean {
    const { role } = this.screen;
    return role === 'ROLE_UNSPECIFIED' || (this.#options.roles?.includes(role) ?? true);
  }

  pending(name: string): boolean {
    return this.#pending.includes(name);
  }

  get busy(): boolean {
    return this.#pending.length > 0;
  }

  /** Whether the answer to a command, or to any, has been awaited for long. */
  late(name?: string): boolean {
    return name === undefined ? this.#late.length > 0 : this.#late.includes(name);
  }

  /**
   * Sends a command unless one of this name is pending: a double tap sends it once.
   *
   * @returns the revision that it made, once the screen shows it; undefined if it failed
   */
  async send(name: string, act: CommandBody): Promise<number | undefined> {
    if (this.#options.oneAtATime ? this.busy : this.pending(name)) return undefined;
    if (!this.may(act)) return undefined;
    this.#pending = [...this.#pending, name];
    const late = setTimeout(() => (this.#late = [...this.#late, name]), LATE_MS);
    const outcome = await this.screen.send(act);
    if (outcome.kind === 'accepted') {
      this.#own = [...this.#own, outcome.revision].slice(-MOST_OWN);
      await this.#shown(outcome.revision);
      this.failures = [];
    } else this.fail(this.explain(outcome));
    clearTimeout(late);
    const others = (pending: string) => pending !== name;
    this.#pending = this.#pending.filter(others);
    this.#late = this.#late.filter(others);
    return outcome.kind === 'accepted' ? outcome.revision : undefined;
  }

  /** Why a command failed; some screens know more of the sentences than others. */
  protected explain(outcome: Failed): Failure {
    return failureOf(outcome);
  }

  /** Whether another screen made this revision since this page opened. */
  byAnother(revision: number): boolean {
    if (this.busy || this.#own.includes(revision)) return false;
    return this.#firstSeen !== undefined && revision > this.#firstSeen;
  }

  fail(failure: Failure): void {
    this.#failed += 1;
    this.failures = [...this.failures, { id: this.#failed, ...failure }].slice(-MOST_FAILURES);
  }

  /** @param id of a failure; all by default */
  dismiss(id?: number): void {
    this.failures = id ? this.failures.filter((failure) => failure.id !== id) : [];
  }

  /** Settles the commands whose result the screen now shows. */
  follow(): void {
    const { revision, status } = this.screen;
    if (revision > 0) this.#firstSeen ??= revision;
    // Without a link nothing is awaited: the next Welcome shows the result.
    const shown = (awaited: { revision: number }) =>
      status !== 'up' || revision >= awaited.revision;
    const seen = this.#awaited.filter(shown);
    this.#awaited = this.#awaited.filter((awaited) => !shown(awaited));
    for (const { settle } of seen) settle();
  }

  /** Accepted may arrive before Changed. */
  #shown(revision: number): Promise<void> {
    const shown = new Promise<void>((settle) => this.#awaited.push({ revision, settle }));
    this.follow();
    return shown;
  }
}

/** Shares the commands with all components of a screen. */
export const [getCommands, setCommands] = createContext<Commands>();
