import { Chime } from './chime.svelte';
import type { RoomScreen } from './room_screen.svelte';
import { seenOf, timeIsUp, type Seen } from './time_up';

/** Sounds when time is up, if the room's settings say so. Create it in a component. */
export class TimeUpSound {
  /** Whether the browser allows sound only after a touch. Reactive. */
  readonly waits: boolean = $derived.by(() => this.#wanted() && !this.#chime.allowed);
  #chime = new Chime();
  #wanted: () => boolean;

  /** @param here whether this device sounds: a phone on the table does not */
  constructor(screen: RoomScreen, here: () => boolean = () => true) {
    this.#wanted = () => (screen.settings?.timeUpSound ?? false) && here();
    const wanted = $derived(this.#wanted());
    const touched = () => this.#chime.ready();

    $effect(() => {
      if (!wanted) return;
      touched();
      addEventListener('pointerdown', touched);
      addEventListener('keydown', touched);
      return () => {
        removeEventListener('pointerdown', touched);
        removeEventListener('keydown', touched);
        this.#chime.close();
      };
    });

    let seen: Seen | undefined;
    $effect(() => {
      const now = seenOf(screen.statement, screen.now);
      if (wanted && timeIsUp(seen, now)) this.#chime.sound();
      seen = now;
    });
  }
}
