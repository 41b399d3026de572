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

export interface Inscription {
  id: string;
  delegationId: string;
  kind: string;
  status: string;
  allottedMs: string;
  spokenMs: string;
  ruling: string;
  rulingText: string;
}

export interface Snapshot {
  revision: string;
  serverUnixMs: number;
  room: {
    agenda: { currentMeetingId: string };
    meeting: { course: string; turns: { inscriptionId: string; spokenMs: string }[] };
    list: { inscriptions: Inscription[]; nextInscriptionId: string };
    plates: { delegations: { id: string; standing: string; absenceReason: string }[] };
    floor: {
      statement?: Statement;
      interrupted?: { inscriptionId: string; remainingMs: string; wasRunning: boolean };
    };
  };
}

/** What the server answers the role of a link: at the address of the room, or below it. */
export async function ask<Answer>(link: string, below = ''): Promise<Answer> {
  const { room, token } = fragment(link);
  const answer = await fetch(new URL(`/api/v1/rooms/${room}${below}`, link), {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Sends a command, and expects that it is accepted. */
export async function command(link: string, what: object): Promise<void> {
  const { room, token } = fragment(link);
  const answer = await fetch(new URL(`/api/v1/rooms/${room}/commands`, link), {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), ...what }),
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
}

/** The room as the role of a link may see it. */
export function snapshot(link: string): Promise<Snapshot> {
  return ask<Snapshot>(link);
}

/** Milliseconds left by the anchors, at the instant the server answered. */
export function remainingMs({ room, serverUnixMs }: Snapshot): number {
  const timer = room.floor.statement;
  if (!timer) throw new Error('nobody has the floor');
  const since = Number(timer.runningSinceUnixMs);
  const elapsed = Number(timer.elapsedBeforeMs) + (since ? serverUnixMs - since : 0);
  return Number(timer.allottedMs) - elapsed;
}
