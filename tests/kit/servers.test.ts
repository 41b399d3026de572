import { expect, test } from 'vitest';
import { Servers, type Attempt } from '$kit/servers';

const home = 'https://a.example';
const b = 'https://b.example';
const c = 'https://c.example';

/** The same numbers in each run: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A link of a page of `a` that has a link to `present`. */
function linked(known: readonly string[], present = home, seed = 1): Servers {
  const servers = new Servers(home, [], seeded(seed));
  servers.first();
  servers.know(known, present);
  return servers;
}

/** The next attempts of a link whose attempts all fail at once. */
function attempts(servers: Servers, count: number): Attempt[] {
  let lostForMs = 0;
  return Array.from({ length: count }, () => {
    const attempt = servers.next(lostForMs);
    lostForMs += attempt.afterMs;
    return attempt;
  });
}

const named = (all: Attempt[]) => all.map(({ server }) => server);

test('a link that is lost tries its own server first, then each of the others, then all again', () => {
  const servers = linked([home, b, c]);
  servers.lost(false);
  const [first, ...others] = named(attempts(servers, 3));
  expect(first).toBe(home);
  expect(others.sort()).toEqual([b, c]);
  expect(named(attempts(servers, 3)).sort()).toEqual([home, b, c]);
});

test('a server that stops or is silent is tried last', () => {
  const servers = linked([home, b, c]);
  servers.lost(true);
  const tried = named(attempts(servers, 3));
  expect(tried[2]).toBe(home);
  expect(tried.slice(0, 2).sort()).toEqual([b, c]);
});

test('a link stays with the server that welcomed it, and may return to that of the page', () => {
  const servers = linked([home, b], b);
  servers.lost(false);
  expect(named(attempts(servers, 2))).toEqual([b, home]);
});

test('a page begins with its own server, and goes to those of its earlier visit', () => {
  const servers = new Servers(home, [home, b, c], seeded(1));
  expect(servers.first()).toEqual({ server: home, afterMs: 0, patienceMs: 1500 });
  expect(named(attempts(servers, 2)).sort()).toEqual([b, c]);
});

test('one server is tried at the pace of before', () => {
  const servers = linked([]);
  expect(servers.alone).toBe(true);
  servers.lost(false);
  const waits = attempts(servers, 8);
  expect(named(waits)).toEqual(Array(8).fill(home));
  for (const [i, longest] of [200, 400, 800, 1000, 1000, 1000].entries()) {
    expect(waits[i]!.afterMs).toBeGreaterThanOrEqual(longest / 2);
    expect(waits[i]!.afterMs).toBeLessThan(longest);
  }
  expect(waits[0]!.patienceMs).toBe(5000);
});

test('a server that does not answer is waited for longer with each round', () => {
  const servers = linked([home, b]);
  servers.lost(false);
  expect(attempts(servers, 8).map(({ patienceMs }) => patienceMs)).toEqual([
    1500, 1500, 3000, 3000, 5000, 5000, 5000, 5000,
  ]);
});

test('without any server a link tries all of 16 again within nine seconds, after an hour too', () => {
  const many = Array.from({ length: 16 }, (_, i) => `https://server-${i}.example`);
  const servers = linked(many);
  servers.lost(true);
  for (let round = 0; round < 20; round++) {
    const all = Array.from({ length: 17 }, () => servers.next(3_600_000));
    expect(new Set(named(all)).size).toBe(17);
    expect(all.reduce((sum, { afterMs }) => sum + afterMs, 0)).toBeLessThan(9000);
  }
});

test('a page over TLS leaves out servers without it; one without TLS takes both', () => {
  const secure = linked([home, 'http://b.example']);
  expect(secure.alone).toBe(true);
  const plain = new Servers('http://a.example', ['http://a.example', b], seeded(1));
  expect(plain.alone).toBe(false);
});

test('at most 16 others are remembered', () => {
  const servers = linked(Array.from({ length: 40 }, (_, i) => `https://server-${i}.example`));
  servers.lost(true);
  expect(new Set(named(attempts(servers, 200))).size).toBe(17);
});

test('ten thousand screens of a server that died reach the two others within 1.1 s, evenly', () => {
  const arrivals: { server: string; atMs: number }[] = [];
  for (let seed = 0; seed < 10_000; seed++) {
    const servers = linked([home, b, c], home, seed);
    servers.lost(false);
    // Its own server refuses at once; the next welcomes it.
    const [own, other] = attempts(servers, 2) as [Attempt, Attempt];
    expect(own.server).toBe(home);
    arrivals.push({ server: other.server, atMs: own.afterMs + other.afterMs });
  }
  expect(Math.max(...arrivals.map(({ atMs }) => atMs))).toBeLessThan(1100);
  const of = (server: string) => arrivals.filter((arrival) => arrival.server === server);
  expect(Math.abs(of(b).length - of(c).length)).toBeLessThan(300);
  // In no tenth of a second does one server get more than a seventh of them.
  for (let fromMs = 0; fromMs < 1100; fromMs += 100)
    for (const server of [b, c]) {
      const now = of(server).filter(({ atMs }) => atMs >= fromMs && atMs < fromMs + 100);
      expect(now.length).toBeLessThan(5000 / 7);
    }
});
