import { untrack } from 'svelte';
import type { HiddenName, PlannedRoom, PlateNote, RoomProgramme } from '$kit/protocol';
import type { Client } from './client.svelte';
import { Edits } from './edits.svelte';
import { zoneOf } from './meetings';
import { draftOf } from './model/draft';

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
    // How the plates stand is the chair's to say: that is no change of the programme.
    const standings = $derived(
      this.#client.screen.delegations
        .map(({ id, standing, absenceReason }) => `${id} ${standing} ${absenceReason}`)
        .join('\n'),
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
    this.#read = answer.value.programmeRevision;
    this.#updateEdits();
    return true;
  }

  #updateEdits(): void {
    const zone = this.room?.timeZone || zoneOf(this.#client.screen.agenda);
    this.edits.follow((id) => {
      const meeting = this.room?.meetings.find((each) => each.id === id);
      return meeting && draftOf(meeting, zone);
    });
  }
}
