import { recall, remember } from '$kit/site_data';

const SAVED = 'rostrum.phone';

/**
 * The random name of this phone, stored on it: only the phone that asked for something may withdraw it. A
 * phone without storage gets a new name on each visit.
 */
export function deviceName(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const saved = recall(SAVED);
  if (saved && /^phone-[0-9a-f]{16}$/.test(saved)) return saved;
  const bytes = random(new Uint8Array(8));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const name = `phone-${hex}`;
  remember(SAVED, name);
  return name;
}
