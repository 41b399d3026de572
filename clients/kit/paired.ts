/** The address of a paired screen, stored on the device: after a power cut it returns to its room. */

const SAVED = 'rostrum.paired';

/** Path and fragment; undefined on a device that is not paired. */
export function pairedAddress(): string | undefined {
  const saved = localStorage.getItem(SAVED);
  return saved?.startsWith('/') ? saved : undefined;
}

export function rememberPairing(address: string): void {
  localStorage.setItem(SAVED, address);
}

export function forgetPairing(): void {
  localStorage.removeItem(SAVED);
}
