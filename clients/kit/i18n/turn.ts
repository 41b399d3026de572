import type { InscriptionKind } from '../protocol';
import en from '../languages/en/turn.json';
import { words } from './words.svelte';

/** The words of phones and lectern about turns at the floor and their meeting. */
export const turn = words('turn', en);

/** How long until a turn, in words. */
export function waitName(waitMs: number): string {
  return waitMs < 60_000 ? turn('wait-now') : turn('wait', { count: Math.round(waitMs / 60_000) });
}

/** The kind of a turn; empty for statements of the programme, which need no name. */
export function turnName(kind: InscriptionKind | undefined): string {
  switch (kind) {
    case 'INSCRIPTION_KIND_FOLLOW_UP':
      return turn('follow-up');
    case 'INSCRIPTION_KIND_QUESTION':
      return turn('question');
    case 'INSCRIPTION_KIND_ANSWER':
      return turn('answer');
    case 'INSCRIPTION_KIND_RIGHT_OF_REPLY':
      return turn('right-of-reply');
    case 'INSCRIPTION_KIND_POINT_OF_ORDER':
      return turn('point-of-order');
    default:
      return '';
  }
}
