import { sameDraft, type MeetingDraft } from './draft';

/**
 * What becomes of a form when the programme changes under it: `same` when the meeting did not
 * change, `follow` when the form may show what is there now without losing anything, `conflict` when
 * somebody else changed what is being edited here.
 */
export function mergeOf(
  base: MeetingDraft,
  mine: MeetingDraft,
  theirs: MeetingDraft,
): 'same' | 'follow' | 'conflict' {
  if (sameDraft(base, theirs)) return 'same';
  if (sameDraft(mine, base) || sameDraft(mine, theirs)) return 'follow';
  return 'conflict';
}
