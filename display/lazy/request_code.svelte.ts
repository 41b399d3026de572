import type { Address } from '$kit/address';
import { qrCode, type QrCode } from '$kit/qr';
import { fetchRequestLink } from './request_link';

const AGAIN_MS = 3000;

/** Fetched once, so that it can be shown again without a server. */
let known: string | undefined;

/** The code by which Missions ask for the floor: undefined until the server says where it leads. */
export class RequestCode {
  #link = $state(known);
  code: QrCode | undefined = $derived(this.#link ? qrCode(this.#link) : undefined);

  constructor(address: Address) {
    $effect(() => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let left = false;
      const ask = async () => {
        const received = await fetchRequestLink(address);
        if (left) return;
        if (received) this.#link = known = received;
        else timer = setTimeout(ask, AGAIN_MS);
      };
      void ask();
      return () => {
        left = true;
        clearTimeout(timer);
      };
    });
  }
}
