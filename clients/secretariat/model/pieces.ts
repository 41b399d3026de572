import type { PlannedMeeting } from '$kit/protocol';

/** Less than the secretariat may send, so that others are served in between. */
export const PIECE_BYTES = 15 * 1024;

/** A programme in as few commands as the limit of a message allows, in its order. */
export function piecesOf(
  meetings: readonly PlannedMeeting[],
  mostBytes = PIECE_BYTES,
): PlannedMeeting[][] {
  const pieces: PlannedMeeting[][] = [];
  let bytes = Infinity;
  for (const meeting of meetings) {
    const its = bytesOf(meeting);
    if (bytes + its > mostBytes) {
      pieces.push([]);
      bytes = 0;
    }
    pieces.at(-1)!.push(meeting);
    bytes += its;
  }
  return pieces;
}

/** The size of a meeting in a command of its own: more than in one with others. */
export function bytesOf(meeting: PlannedMeeting): number {
  return new TextEncoder().encode(JSON.stringify({ planMeetings: { meetings: [meeting] } })).length;
}
