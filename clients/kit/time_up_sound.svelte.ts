import { Chime } from './chime.svelte';
import type { RoomScreen } from './room_screen.svelte';
import { seenOf, timeIsUp, type Seen } from './time_up';

/** Sounds when time is up, where the room is set so. Belongs to a component. */
export class TimeUpSound {
  /** Whether it may sound only once somebody has touched the page. Reactive. */
  readonly waits: boolean = $derived.by(() => this.#wanted() && !this.#chime.allowed);
  #chime = new Chime();
  #wanted: () => boolean;

  /** @param here whether the sound is of this device: a phone on the table keeps silent */
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
