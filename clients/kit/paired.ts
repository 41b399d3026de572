/** The address of a paired screen, stored on the device: after a power cut it returns to its room. */

import { forget, recall, remember } from './site_data';

const SAVED = 'rostrum.paired';

/** Path and fragment; undefined on a device that is not paired. */
export function pairedAddress(): string | undefined {
  const saved = recall(SAVED);
  return saved?.startsWith('/') ? saved : undefined;
}

export function rememberPairing(address: string): void {
  remember(SAVED, address);
}

export function forgetPairing(): void {
  forget(SAVED);
}
