// What the server says of the room, asked as any script would ask: by HTTP, with a token.
import { fragment } from './server.ts';

export interface Statement {
  id: string;
  inscriptionId: string;
  givenAtUnixMs: string;
  allottedMs: string;
  elapsedBeforeMs: string;
  runningSinceUnixMs: string;
  warningMs: string;
}

export interface Snapshot {
  revision: string;
  serverUnixMs: number;
  room: {
    agenda: { currentMeetingId: string };
    meeting: { course: string; turns: { inscriptionId: string; spokenMs: string }[] };
    list: {
      inscriptions: { id: string; status: string; allottedMs: string; spokenMs: string }[];
      nextInscriptionId: string;
    };
    plates: { delegations: { id: string; standing: string; absenceReason: string }[] };
    floor: { statement?: Statement };
  };
}

/** The room as the role of a link may see it. */
export async function snapshot(link: string): Promise<Snapshot> {
  const { room, token } = fragment(link);
  const answer = await fetch(new URL(`/api/v1/rooms/${room}`, link), {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Snapshot;
}

/** Milliseconds left by the anchors, at the instant the server answered. */
export function remainingMs({ room, serverUnixMs }: Snapshot): number {
  const timer = room.floor.statement;
  if (!timer) throw new Error('nobody has the floor');
  const since = Number(timer.runningSinceUnixMs);
  const elapsed = Number(timer.elapsedBeforeMs) + (since ? serverUnixMs - since : 0);
  return Number(timer.allottedMs) - elapsed;
}
