import type { Inscription } from '$kit/protocol';

/** The part of the list that a screen shows, and how many entries are before and after it. */
export interface ListPart {
  shown: Inscription[];
  before: number;
  after: number;
}

/** The part of the list around the current or next speaker: one entry before it, `most` (at least 1) in all. */
export function listPart(
  inscriptions: readonly Inscription[],
  nextId: string,
  most: number,
): ListPart {
  const now = inscriptions.findIndex(({ status }) => status === 'INSCRIPTION_STATUS_SPEAKING');
  const next = inscriptions.findIndex(({ id }) => id === nextId);
  const current = now >= 0 ? now : next >= 0 ? next : inscriptions.length - 1;
  const last = Math.max(0, inscriptions.length - most);
  const from = Math.min(last, Math.max(0, current - 1));
  const shown = inscriptions.slice(from, from + most);
  return { shown, before: from, after: inscriptions.length - from - shown.length };
}
