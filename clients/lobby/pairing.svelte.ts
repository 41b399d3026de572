import { forgetPairing, pairedAddress, rememberPairing } from '$kit/paired';
import { at } from '$kit/present_server.svelte';
import { readAddress } from '$kit/address';
import { askAccess } from './access';
import { askPairing, openPairing, type OpenPairing } from './pairing';

const EVERY_MS = 2000;
const EVERY_MS_WITHOUT_CODE = 10_000;

/** Opens this device's room: the one it is paired with, or after pairing. Asks only while the page is visible. */
export class PairedScreen {
  /** The code to show; undefined while there is none. */
  code = $state<string>();

  #open: OpenPairing | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;

  constructor() {
    document.addEventListener('visibilitychange', () => this.#step());
    void this.#step();
  }

  async #step(): Promise<void> {
    if (document.hidden || this.#asking) return;
    clearTimeout(this.#timer);
    this.#asking = true;
    const address = (await this.#formerAddress()) ?? (await this.#newAddress());
    this.#asking = false;
    if (address) return location.replace(at(address));
    const wait = this.#open || pairedAddress() ? EVERY_MS : EVERY_MS_WITHOUT_CODE;
    this.#timer = setTimeout(() => this.#step(), wait);
  }

  /** The address that this device was paired with, if it still opens. */
  async #formerAddress(): Promise<string | undefined> {
    const former = pairedAddress();
    if (!former) return undefined;
    const { token } = readAddress(former.slice(former.indexOf('#')));
    const entry = await askAccess(token);
    if (entry.kind === 'wrong') forgetPairing();
    return entry.kind === 'open' ? former : undefined;
  }

  async #newAddress(): Promise<string | undefined> {
    if (pairedAddress()) return undefined;
    this.#open ??= await openPairing();
    this.code = this.#open?.code;
    if (!this.#open) return undefined;
    const standing = await askPairing(this.#open.secret);
    if (standing.kind === 'gone') this.#open = undefined;
    if (standing.kind !== 'let-in') return undefined;
    rememberPairing(standing.address);
    return standing.address;
  }
}
