import { createContext } from 'svelte';
import { Commands } from '$kit/commands.svelte';
import { language } from '$kit/i18n/words.svelte';
import { plateTitle } from '$kit/plates';
import type { CommandBody, Delegation, Room } from '$kit/protocol';
import type { RoomScreen } from '$kit/room_screen.svelte';
import { clockTime } from '$kit/time';
import type { DialogName } from './dialogs/dialogs';
import { Places } from './model/places';
import { takingOf, type Taking } from './model/taking';

/** Whether an act may take the floor from somebody. */
export interface Question extends Taking {
  name: string;
  act: CommandBody;
  answer: (revision: number | undefined) => void;
}

/** The chair's tablet, as all its parts see it: the room, the commands and the dialog that is open. */
export class Tablet extends Commands {
  dialog = $state<DialogName>();
  /** What was written and not sent, while its dialog is closed. */
  readonly drafts = $state({ notice: '', words: '' });
  /** The empty chair that its dialog is about, if it is not the one whose turn it is. */
  emptyChairId = $state('');
  /** Whether those who ask for the floor are shown. */
  trayOpen = $state(false);
  question = $state.raw<Question>();
  /** Whether it asks if the meeting is to be closed. */
  closing = $state(false);
  /** Where its buttons are. */
  readonly places = new Places();

  #answering = false;

  constructor(screen: RoomScreen) {
    super(screen, { roles: ['ROLE_CHAIR', 'ROLE_SECRETARIAT'] });
  }

  /** Whether something is open over the page: keys are for it. */
  get asks(): boolean {
    return this.dialog !== undefined || this.question !== undefined || this.closing;
  }

  /** Nothing that asks for it is shown before the room has arrived. */
  get room(): Room {
    return this.screen.room!;
  }

  /** Asks first, whatever button, key or drag the act comes from. */
  override async send(name: string, act: CommandBody): Promise<number | undefined> {
    if (this.question?.act === act) {
      this.#answering = true;
      const revision = await super.send(name, act);
      this.#answering = false;
      this.answer(revision);
      return revision;
    }
    const taking = this.may(act) && takingOf(this.room, act, this.screen.now);
    if (!taking) return super.send(name, act);
    return new Promise((answer) => (this.question = { ...taking, name, act, answer }));
  }

  /** @param revision that the act made; undefined if it was not done */
  answer(revision: number | undefined): void {
    // What the act itself changes is no answer.
    if (this.#answering) return;
    const question = this.question;
    this.question = undefined;
    question?.answer(revision);
  }

  readonly close = (): void => {
    this.dialog = undefined;
    this.emptyChairId = '';
  };

  titleOf(delegation: Delegation): string {
    return plateTitle(delegation, this.room.meeting?.state, language());
  }

  /** A time of day in the room. */
  clock(unixMs: number): string {
    return clockTime(unixMs, this.room.agenda?.timeZone ?? 'UTC', language());
  }
}

export const [getTablet, setTablet] = createContext<Tablet>();
