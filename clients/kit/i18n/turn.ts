import type { InscriptionKind } from '../protocol';
import en from '../languages/en/turn.json';
import { words } from './words.svelte';

/** What the phones and the lectern say of a turn at the floor, and of the meeting around it. */
export const turn = words('turn', en);

/** What a turn is, in words; empty for the statements of the programme, which need no word. */
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
