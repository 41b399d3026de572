import { SvelteSet } from 'svelte/reactivity';
import { refusal } from '$kit/i18n/acts';
import type { Outcome } from '$kit/pending';
import type { Act } from '$kit/protocol';
import type { Screen } from '$kit/screen.svelte';
import { Api, type Problem } from './api';
import { download } from './download';
import { t } from './words';

/** Something that was not done, or could not be had. */
export interface Trouble {
  id: number;
  sentence: string;
  /** What the server adds, in English. */
  detail: string;
}

/** More than this many at once would cover the page; the oldest makes room. */
const MOST_TROUBLES = 3;

/**
 * What the secretariat asks of the server, by the live link and by HTTP, and what became of it.
 * Nothing is shown before it is true: an act on its way is shown as that.
 */
export class Desk {
  readonly screen: Screen;
  readonly api: Api;
  /** What was not done, and not yet dismissed. What is done next dismisses it too. */
  troubles = $state.raw<readonly Trouble[]>([]);
  /** The last thing done that the page itself does not show, for those who listen and look. */
  said = $state('');
  #pending = new SvelteSet<string>();
  #awaited: { revision: number; settle: () => void }[] = [];
  #count = 0;

  constructor(screen: Screen, api = new Api(screen.address.token)) {
    this.screen = screen;
    this.api = api;
    $effect(() => this.follow());
  }

  /** Whether acts can be asked for at all. */
  get live(): boolean {
    return this.screen.status === 'up' && this.permitted;
  }

  /** Whether this link is the secretariat's, as far as is known. */
  get permitted(): boolean {
    return this.screen.role === 'ROLE_SECRETARIAT' || this.screen.role === 'ROLE_UNSPECIFIED';
  }

  pending(name: string): boolean {
    return this.#pending.has(name);
  }

  /** `/api/v1/rooms/xxvii` and what follows. */
  roomPath(rest = ''): string {
    return `/api/v1/rooms/${encodeURIComponent(this.screen.address.room)}${rest}`;
  }

  /**
   * Asks for an act, unless one of this name is on its way already.
   *
   * @returns whether it was done; settles when the page shows it
   */
  async ask(name: string, act: Act): Promise<boolean> {
    if (!this.live || this.#pending.has(name)) return false;
    this.#pending.add(name);
    const outcome = await this.screen.send(act);
    if (outcome.kind === 'accepted') {
      await this.#shown(outcome.revision);
      this.troubles = [];
    } else this.#trouble(...sentenceOf(outcome));
    this.#pending.delete(name);
    return outcome.kind === 'accepted';
  }

  /** Tells that an answer did not come. */
  failed(problem: Problem): void {
    this.#trouble(...problemSentence(problem));
  }

  /** Gives the reader a file that the server writes. */
  async keep(pathInRoom: string, name: string): Promise<void> {
    const answer = await this.api.file(this.roomPath(pathInRoom));
    if (answer.kind === 'failed') return this.failed(answer.problem);
    download(name, answer.value);
  }

  dismiss(id: number): void {
    this.troubles = this.troubles.filter((trouble) => trouble.id !== id);
  }

  /** Lets go of what waited for the screen as it is now. */
  follow(): void {
    const { revision, status } = this.screen;
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

  #trouble(sentence: string, detail: string): void {
    this.#count += 1;
    const trouble = { id: this.#count, sentence, detail };
    this.troubles = [...this.troubles, trouble].slice(-MOST_TROUBLES);
  }
}

function sentenceOf(outcome: Exclude<Outcome, { kind: 'accepted' }>): [string, string] {
  if (outcome.kind !== 'refused') return [t(`refused.${outcome.kind}`), ''];
  if (outcome.code === 'REFUSAL_CODE_MALFORMED') return [t('refused.malformed'), outcome.text];
  const sentence = refusal(outcome.code);
  // Where the sentence says little, what the server says of this one case is worth reading.
  const vague =
    outcome.code === 'REFUSAL_CODE_OUTSIDE_LIMITS' ||
    sentence === refusal('REFUSAL_CODE_UNSPECIFIED');
  return [sentence, vague ? outcome.text : ''];
}

/** Why an answer did not come, and what the server adds. */
export function problemSentence({ status, code, detail }: Problem): [string, string] {
  if (status === 0) return [t('http.away'), ''];
  if (code.startsWith('REFUSAL_CODE_') && code !== 'REFUSAL_CODE_MALFORMED')
    return [refusal(code), ''];
  if (status === 401 || status === 403) return [t('http.notPermitted'), ''];
  if (status === 404 || status === 405 || status === 501) return [t('http.missing'), detail];
  if (status === 413) return [t('http.tooLarge'), detail];
  return [t('http.failed'), detail];
}
