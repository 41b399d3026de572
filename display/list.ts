import type { Inscription } from '$kit/protocol';

/** The part of the list that a screen shows, and how much is left out on either side. */
export interface ListPart {
  shown: Inscription[];
  before: number;
  after: number;
}

/**
 * The part of the list that matters now: whoever has the floor, or else whoever is next, with one
 * before it and as many behind it as there is place for.
 *
 * @param most entries that there is place for, at least 1
 */
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
