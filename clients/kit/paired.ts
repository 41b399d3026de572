/**
 * Where a screen that was let in by its code belongs, kept on the device: opened at the server's
 * address after a power cut, it finds its way back without being paired again.
 */

const SAVED = 'rostrum.paired';

/** Path and fragment; undefined on a device that is no paired screen. */
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
