import type { Address } from './address';
import { addressOf, sceneOf } from './assignment';
import { pairedAddress, rememberPairing } from './paired';
import type { Assigned, Identify, Scene } from './protocol';

/**
 * What this screen is called and shows, as the secretariat has it. Reactive. It starts with what the
 * address says, and writes what it learns into the address, so that a reload still knows it.
 */
export class Identity {
  name = $state('');
  scene = $state<Scene>('SCENE_UNSPECIFIED');
  /** While somebody looks for this screen: what it is called. Empty otherwise. */
  shown = $state('');

  #address: Address;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(address: Address) {
    this.#address = address;
    this.name = address.device;
    this.scene = sceneOf(address.scene);
  }

  /** Takes a new name and scene or, with a token, goes where the screen is sent. */
  assign({ token, roomId, role, name, scene }: Assigned): void {
    this.name = name;
    this.scene = scene;
    const { room, lang, lang2 } = this.#address;
    const paired = pairedAddress() !== undefined;
    if (token) {
      const there = addressOf({ token, roomId, role, name, scene }, { lang, lang2 });
      if (paired) rememberPairing(there);
      // Where the page stays the same, the new fragment has it loaded anew: see page.ts.
      location.replace(there);
      return;
    }
    const here = addressOf(
      { token: this.#address.token, roomId: room, role, name, scene },
      { lang, lang2 },
    );
    const { pathname } = location;
    const kept = pathname + here.slice(here.indexOf('#'));
    history.replaceState(null, '', kept);
    if (paired) rememberPairing(kept);
  }

  identify({ name, forMs }: Identify): void {
    clearTimeout(this.#timer);
    this.shown = name || this.name || location.host;
    this.#timer = setTimeout(() => (this.shown = ''), forMs);
  }
}
