import { SvelteMap } from 'svelte/reactivity';
import { sameDraft, type MeetingDraft } from './model/draft';
import { mergeOf } from './model/merge';

/** A meeting that is being edited. */
export class Edit {
  /** What the form shows. */
  draft = $state() as MeetingDraft;
  /** What the server had when the form was filled. */
  base = $state.raw() as MeetingDraft;
  /** What somebody else has made of it meanwhile, until the user decides. */
  theirs = $state.raw<MeetingDraft>();
  /** Not in the programme yet. */
  isNew = $state(false);
  /** Somebody else has cancelled it meanwhile. */
  gone = $state(false);

  constructor(draft: MeetingDraft, isNew: boolean) {
    this.base = structuredClone(draft);
    this.draft = structuredClone(draft);
    this.isNew = isNew;
  }

  get dirty(): boolean {
    return this.isNew || !sameDraft(this.draft, this.base);
  }

  /** @param now the meeting in the programme; undefined if it is not there */
  follow(now: MeetingDraft | undefined): void {
    if (this.isNew) return;
    this.gone = !now;
    if (!now) return;
    const merge = mergeOf(this.base, this.draft, now);
    if (merge === 'follow') this.take(now);
    if (merge === 'same') this.theirs = undefined;
    if (merge === 'conflict') this.theirs = now;
  }

  /** Shows this, and drops what was typed. */
  take(draft: MeetingDraft): void {
    this.base = structuredClone(draft);
    this.draft = structuredClone(draft);
    this.theirs = undefined;
  }

  /** Keeps what was typed: saving replaces theirs. */
  keepMine(): void {
    if (this.theirs) this.base = this.theirs;
    this.theirs = undefined;
  }
}

/** All meetings that are being edited: what was typed is kept while another section is open. */
export class Edits {
  all = new SvelteMap<string, Edit>();
  selected = $state('');
  #count = 0;

  get open(): Edit | undefined {
    return this.all.get(this.selected);
  }

  get anyDirty(): boolean {
    return [...this.all.values()].some((edit) => edit.dirty);
  }

  select(id: string, draft: MeetingDraft): void {
    if (!this.all.has(id)) this.all.set(id, new Edit(draft, false));
    this.selected = id;
  }

  begin(draft: MeetingDraft): void {
    this.#count += 1;
    const key = `new ${this.#count}`;
    this.all.set(key, new Edit(draft, true));
    this.selected = key;
  }

  drop(key: string): void {
    this.all.delete(key);
    if (this.selected === key) this.selected = '';
  }

  /** A meeting is in the programme now, under this id. */
  saved(key: string, saved: MeetingDraft): void {
    const edit = this.all.get(key);
    if (!edit) return;
    this.all.delete(key);
    edit.isNew = false;
    edit.take(saved);
    this.all.set(saved.id, edit);
    if (this.selected === key) this.selected = saved.id;
  }

  /** @param now a meeting of the programme as it is, by id */
  follow(now: (id: string) => MeetingDraft | undefined): void {
    for (const [id, edit] of this.all) edit.follow(now(id));
  }
}
