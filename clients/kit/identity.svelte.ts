import { readAddress, type Address } from './address';
import { addressOf, sceneOf } from './assignment';
import { pairedAddress, rememberPairing } from './paired';
import { at } from './present_server.svelte';
import type { Assigned, Identify, Scene } from './protocol';

/** The name and the scene that the secretariat gave this screen, kept in its address. Reactive. */
export class Identity {
  name = $state('');
  scene = $state<Scene>('SCENE_UNSPECIFIED');
  /** The name to show while somebody looks for this screen; else empty. */
  shown = $state('');

  #address: Address;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(address: Address) {
    this.#address = address;
    this.name = address.device;
    this.scene = sceneOf(address.scene);
  }

  /** Takes a new name and scene; with a token, opens the room and the page that it names. */
  assign(assigned: Assigned): void {
    this.name = assigned.name;
    this.scene = assigned.scene;
    const { token, room: roomId, lang, lang2 } = this.#address;
    // As they are now: the display's keys write them into its address.
    const { mirror, count, flash } = readAddress(location.hash);
    const kept = { lang, lang2, mirror, count, flash };
    const moves = assigned.token !== '';
    const there = addressOf(moves ? assigned : { ...assigned, token, roomId }, kept);
    const address = moves ? there : location.pathname + there.slice(there.indexOf('#'));
    if (pairedAddress() !== undefined) rememberPairing(address);
    // A new fragment alone reloads the page too: see page.ts.
    if (moves) location.replace(at(address));
    else history.replaceState(null, '', address);
  }

  identify({ name, forMs }: Identify): void {
    clearTimeout(this.#timer);
    this.shown = name || this.name || location.host;
    this.#timer = setTimeout(() => (this.shown = ''), forMs);
  }
}
