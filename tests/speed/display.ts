// A room display in a room, with the real program, and acts of the chair to show on it.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { launch, sizes } from '../e2e/browser.ts';
import { limitMs } from '../e2e/limit.ts';
import type { Programme } from '../e2e/programme.ts';
import { programme, thisMinute } from '../e2e/programme.ts';
import { remainingMs, snapshot } from '../e2e/room.ts';
import { fragment, type Links, Server } from '../e2e/server.ts';

export class Room {
  readonly server: Server;
  readonly links: Links;

  private constructor(server: Server, links: Links) {
    this.server = server;
    this.links = links;
  }

  /** @param allottedS of each statement */
  static async open(allottedS: number): Promise<Room> {
    const server = new Server(shortRound(allottedS));
    return new Room(server, await server.start());
  }

  /** Does what the chair does, as in `{ openMeeting: { meetingId: 'cu' } }`. */
  async act(act: Record<string, unknown>): Promise<void> {
    const { room, token } = fragment(this.links.chair);
    const answer = await fetch(new URL(`/api/v1/rooms/${room}/commands`, this.links.chair), {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ id: randomUUID(), ...act }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** Opens the meeting and gives the first of the list the floor. */
  async begin(): Promise<void> {
    await this.act({ openMeeting: { meetingId: 'cu' } });
    await this.next();
  }

  async next(): Promise<void> {
    const { room } = await snapshot(this.links.chair);
    await this.act({ next: { endingStatementId: room.floor.statement?.id ?? '0' } });
  }

  /** Takes from the speaker what is left beyond `seconds`. */
  async leave(seconds: number): Promise<void> {
    const now = await snapshot(this.links.chair);
    const addedMs = Math.round(seconds * 1000 - remainingMs(now));
    await this.act({ addTime: { statementId: now.room.floor.statement?.id, addedMs } });
  }
}

/** One meeting of Cuba, planned for now. */
function shortRound(allottedS: number): Programme {
  const at = (minutes: number) => new Date(thisMinute + minutes * 60_000).toISOString();
  return programme([
    'xx',
    'Room XX',
    {
      id: 'cu',
      state: { code: 'CU', name: 'Cuba' },
      startsAt: at(0),
      endsAt: at(60),
      panel: ['Right to food', 'Freedom of expression', 'Women’s rights', 'Housing'].map(
        (title, i) => ({
          id: `p${i}`,
          kind: 'DELEGATION_KIND_NATIONAL_CSO',
          title: `National CSO: ${title}`,
          allottedS,
        }),
      ),
    },
  ]);
}

/** A display with nothing in its cache, at full size, whose owner asked for no less motion. */
export async function openDisplay(browser: Browser, prepare = async (_page: Page) => {}) {
  const context = await browser.newContext({ viewport: sizes.display, locale: 'en' });
  context.setDefaultTimeout(limitMs);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await prepare(page);
  return { page, cdp };
}

/** Runs with a browser of its own, in which nothing else is open. */
export async function alone<Result>(run: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await launch('/usr/bin/chromium');
  try {
    return await run(browser);
  } finally {
    await browser.close();
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
