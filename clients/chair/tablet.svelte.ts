import { createContext } from 'svelte';
import { Commands } from '$kit/commands.svelte';
import { language } from '$kit/i18n/words.svelte';
import { plateTitle } from '$kit/plates';
import type { Delegation, Room } from '$kit/protocol';
import type { RoomScreen } from '$kit/room_screen.svelte';
import { clockTime } from '$kit/time';
import type { DialogName } from './dialogs/dialogs';

/** The chair's tablet, as all its parts see it: the room, the commands and the dialog that is open. */
export class Tablet extends Commands {
  dialog = $state<DialogName>();
  /** What was written and not sent, while its dialog is closed. */
  readonly drafts = $state({ notice: '', words: '' });

  constructor(screen: RoomScreen) {
    super(screen, { roles: ['ROLE_CHAIR', 'ROLE_SECRETARIAT'] });
  }

  /** Nothing that asks for it is shown before the room has arrived. */
  get room(): Room {
    return this.screen.room!;
  }

  readonly close = (): void => {
    this.dialog = undefined;
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
