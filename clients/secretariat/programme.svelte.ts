import { untrack } from 'svelte';
import type { HiddenName, PlannedRoom, PlateFacts, PlateNote, RoomProgramme } from '$kit/protocol';
import type { Client } from './client.svelte';
import { Edits } from './edits.svelte';
import { zoneOf } from './meetings';
import { draftOf, type MeetingDraft } from './model/draft';

const AGAIN_MS = 4000;

/**
 * The room's programme as the server has it, read again whenever somebody changes it. Belongs to a
 * component: it follows the screen.
 */
export class ProgrammeStore {
  room = $state.raw<PlannedRoom>();
  /** The plates whose name no screen shows. */
  hiddenNames = $state.raw<readonly HiddenName[]>([]);
  /** What the podium noted about speakers. */
  notes = $state.raw<readonly PlateNote[]>([]);
  /** What the plans of closed meetings do not say of their plates. */
  facts = $state.raw<readonly PlateFacts[]>([]);
  /** The latest read failed. */
  away = $state(false);
  /** What is being edited; kept while another section is open. */
  readonly edits = new Edits();
  #client: Client;
  /** The programme revision that `room` is of; -1 before. */
  #read = -1;
  #asking = false;

  constructor(client: Client) {
    this.#client = client;
    $effect(() => {
      const { agenda, status } = this.#client.screen;
      // An older server sends no revision, and is read once.
      if (agenda && status === 'up') void this.#follow(agenda.programmeRevision);
    });
    // How the plates stand, and when a meeting is closed, is the chair's to say: that is no change of the programme.
    const standings = $derived(
      [
        ...this.#client.screen.delegations.map(
          ({ id, standing, absenceReason }) => `${id} ${standing} ${absenceReason}`,
        ),
        ...(this.#client.screen.agenda?.meetings ?? []).map(({ id, course }) => `${id} ${course}`),
      ].join('\n'),
    );
    $effect(() => {
      if (standings && untrack(() => this.room)) void this.read();
    });
  }

  async #follow(revision: number): Promise<void> {
    if (this.#asking || this.#read >= revision) return;
    this.#asking = true;
    await this.read();
    this.#asking = false;
    // Somebody was faster than the answer, or there was none.
    const newest = this.#client.screen.agenda?.programmeRevision ?? revision;
    if (this.away) setTimeout(() => void this.#follow(newest), AGAIN_MS);
    else if (this.#read < newest) setTimeout(() => void this.#follow(newest), 100);
  }

  /** Reads it now. @returns whether the server answered */
  async read(): Promise<boolean> {
    const answer = await this.#client.api.get<RoomProgramme>(this.#client.roomPath('/programme'));
    this.away = answer.kind !== 'ok';
    if (answer.kind !== 'ok') return false;
    // Another read may have been faster.
    if (answer.value.programmeRevision < this.#read) return true;
    this.room = answer.value.room;
    // An older server does not send them.
    this.hiddenNames = answer.value.hiddenNames ?? [];
    this.notes = answer.value.notes ?? [];
    this.facts = answer.value.facts ?? [];
    this.#read = answer.value.programmeRevision;
    this.#updateEdits();
    return true;
  }

  /** A meeting as its form begins; undefined if it is not in the programme. */
  draft(id: string): MeetingDraft | undefined {
    const zone = this.room?.timeZone || zoneOf(this.#client.screen.agenda);
    const meeting = this.room?.meetings.find((each) => each.id === id);
    return meeting && draftOf(meeting, zone, this.facts);
  }

  #updateEdits(): void {
    this.edits.follow((id) => this.draft(id));
  }
}
