import type { InscriptionKind } from '../protocol';
import en from '../languages/en/turn.json';
import { words } from './words.svelte';

/** The words of phones and lectern about turns at the floor and their meeting. */
export const turn = words(en, import.meta.glob(['../languages/*/turn.json', '!**/en/*']));

const names: Partial<Record<InscriptionKind, Parameters<typeof turn>[0]>> = {
  INSCRIPTION_KIND_FOLLOW_UP: 'follow-up',
  INSCRIPTION_KIND_QUESTION: 'question',
  INSCRIPTION_KIND_ANSWER: 'answer',
  INSCRIPTION_KIND_RIGHT_OF_REPLY: 'right-of-reply',
  INSCRIPTION_KIND_POINT_OF_ORDER: 'point-of-order',
};

/** Further ahead, minutes say nothing. */
const LONGEST_WAIT_MS = 2 * 3_600_000;

/** How long until a turn, in words; empty for one that is far off. */
export function waitName(waitMs: number): string {
  if (waitMs > LONGEST_WAIT_MS) return '';
  return waitMs < 60_000 ? turn('wait-now') : turn('wait', { count: Math.round(waitMs / 60_000) });
}

/** The kind of a turn; empty for statements of the programme, which need no name. */
export function turnName(kind: InscriptionKind | undefined): string {
  const name = kind && names[kind];
  return name ? turn(name) : '';
}
