import { addressOf } from './assignment';
import { askAny } from './ask_any';
import type { Ask } from './present_server.svelte';
import { parse, type PairingResult } from './protocol';

/** How many letters a card has. */
export const cardLength = 6;

/** The letters that were typed, as on the card. */
export const readLetters = (typed: string): string => typed.toUpperCase().replace(/[^A-Z]/g, '');

/** `BCD FGH`, as on the card. */
export const groupLetters = (code: string): string => code.replace(/^(.{3})(?=.)/, '$1 ');

export type OpenedCard =
  | { kind: 'open'; address: string }
  | { kind: 'wrong' }
  /** Too many wrong letters were typed: only the QR code opens now. */
  | { kind: 'too-many' }
  | { kind: 'unreachable' };

/** Asks the server for the page that a card's letters open. */
export async function openCard(code: string, ask: Ask = askAny): Promise<OpenedCard> {
  try {
    const answer = await ask('/api/v1/cards/open', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
      cache: 'no-store',
    });
    if (answer.status === 404 || answer.status === 400) return { kind: 'wrong' };
    if (answer.status === 429) return { kind: 'too-many' };
    if (!answer.ok) return { kind: 'unreachable' };
    const opened = parse<PairingResult>(await answer.text());
    return { kind: 'open', address: addressOf(opened) };
  } catch {
    return { kind: 'unreachable' };
  }
}
