import type { CommandBody } from '$kit/protocol';

/** Less than the secretariat may send over the live link, so that others are served in between. */
export const LINK_BYTES = 15 * 1024;

/** Whether a command is short enough for the live link. */
export function fitsTheLink(act: CommandBody): boolean {
  return new TextEncoder().encode(JSON.stringify({ [act.case]: act.value })).length <= LINK_BYTES;
}
