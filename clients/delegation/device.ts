const SAVED = 'rostrum.phone';

/**
 * What this phone calls itself: made up once, by chance, and kept. It is the key to what it asked
 * for, which nobody else may withdraw. A phone that keeps nothing has a new one for each visit.
 *
 * @param random fills an array with chance
 */
export function deviceName(
  storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const saved = storage.getItem(SAVED);
  if (saved && /^phone-[0-9a-f]{16}$/.test(saved)) return saved;
  const bytes = random(new Uint8Array(8));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const name = `phone-${hex}`;
  try {
    storage.setItem(SAVED, name);
  } catch {
    // Storage that is full or closed: the name lasts as long as the page.
  }
  return name;
}
