// Tablets on a bad network: each tap is done once or refused, and the tablet learns which.
// ROSTRUM_THOROUGH=1 includes the tests with long waits.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Server, sleep, Tablet, until, wire } from './room.ts';

const thorough = process.env.ROSTRUM_THOROUGH === '1';
const server = new Server();
let tablets: Tablet[];
let base: number;

beforeAll(() => server.start());
afterAll(() => server.remove());

beforeEach(async () => {
  await wire('up');
  await wire('conditions 0 0 0 0');
  base = await server.revision();
  tablets = [new Tablet(server), new Tablet(server), new Tablet(server)];
  await allAreUp(20_000);
});
afterEach(() => {
  for (const { link } of tablets) link.close();
});

const allAreUp = (patienceMs: number) =>
  until('all are up', () => tablets.every(({ status }) => status === 'up'), patienceMs);
const allAreAnswered = () =>
  until('all taps are answered', () => tablets.every(({ answered }) => answered), 40_000);

/** Every tablet taps this often. */
async function tapping(times: number, everyMs: number): Promise<void> {
  for (let i = 0; i < times; ++i) {
    for (const tablet of tablets) tablet.tap();
    await sleep(everyMs);
  }
}

/** Checks each tap's outcome against the server's record. Returns the outcomes' counts by kind. */
async function countOutcomes(): Promise<Record<string, number>> {
  await wire('up');
  await wire('conditions 0 0 0 0');
  const head = await server.revision();
  const outcomes: Record<string, number> = {};
  const done = new Set<number>();
  for (const { id, outcome } of tablets.flatMap(({ taps }) => taps)) {
    expect(outcome, `${id} was never answered`).toBeDefined();
    const kind = outcome!.kind;
    outcomes[kind] = (outcomes[kind] ?? 0) + 1;
    const revision = await server.revisionOf(id);
    if (revision <= head) done.add(revision);
    if (outcome!.kind === 'accepted') expect(Number(outcome!.revision), id).toBe(revision);
    if (kind === 'refused' || kind === 'disconnected') expect(revision).toBeGreaterThan(head);
  }
  // The server did nothing else, and nothing twice.
  expect(done.size).toBe(head - base);
  return outcomes;
}

test('late and unsteady: every tap is done once', async () => {
  await wire('conditions 150 100 0 0');
  await tapping(8, 150);
  await allAreAnswered();
  const outcomes = await countOutcomes();
  expect(outcomes).toEqual({ accepted: 24 });
});

test('one packet in ten is lost: every tap is done once', async () => {
  const before = await wire('conditions 20 10 0.1 0');
  await tapping(10, 100);
  await allAreAnswered();
  const { lost } = await wire('conditions 0 0 0 0');
  expect(lost - before.lost).toBeGreaterThan(3);
  const outcomes = await countOutcomes();
  expect((outcomes.accepted ?? 0) + (outcomes.unknown ?? 0) + (outcomes.disconnected ?? 0)).toBe(
    30,
  );
});

test('packets overtake each other: every tap is done once', async () => {
  const before = await wire('conditions 30 20 0 0.3');
  await tapping(10, 20);
  await allAreAnswered();
  const { reordered } = await wire('conditions 0 0 0 0');
  expect(reordered - before.reordered).toBeGreaterThan(3);
  expect(await countOutcomes()).toEqual({ accepted: 30 });
});

test('a second without a network: taps arrive when it is back, and no link is given up', async () => {
  await wire('down');
  for (const tablet of tablets) tablet.tap();
  // Makes each tablet ping the server.
  for (const { link } of tablets) link.nudge();
  await sleep(1000);
  expect(tablets.some(({ answered }) => answered)).toBe(false);
  await wire('up');
  await allAreAnswered();
  for (const { losses } of tablets) expect(losses).toBe(0);
  expect(await countOutcomes()).toEqual({ accepted: 3 });
});

test.runIf(thorough)('ten seconds without a network: taps are sent again', async () => {
  await wire('down');
  for (const tablet of tablets) tablet.tap();
  await sleep(10_000);
  await wire('up');
  const backMs = await allAreUp(15_000);
  await allAreAnswered();
  console.log(`10 s cut: all were back after ${Math.round(backMs)} ms`);
  expect(await countOutcomes()).toEqual({ accepted: 3 });
});

test.runIf(thorough)('a peer that vanishes is noticed at both ends within 15 s', async () => {
  // The server may still hold connections of the last test.
  await until('only these are left', async () => (await server.chairs()) === 3, 20_000);
  await wire('down');
  const lost = () => tablets.every(({ status }) => status === 'lost');
  const noticed = [
    until('the tablets notice', lost, 15_000),
    until('the server notices', async () => (await server.chairs()) === 0, 17_000),
  ];
  const [tabletsMs = 0, serverMs = 0] = await Promise.all(noticed);
  console.log(`noticed by tablets after ${tabletsMs} ms, by the server after ${serverMs} ms`);
  expect(tabletsMs).toBeLessThan(15_000);
  // Includes the time to ask the server.
  expect(serverMs).toBeLessThan(15_500);
  for (const tablet of tablets) tablet.tap();
  await allAreAnswered();
  expect(await countOutcomes()).toEqual({ disconnected: 3 });
  await allAreUp(15_000);
});

test.runIf(thorough)('a tablet whose address changes comes back with its taps', async () => {
  await wire('move 10.77.0.3');
  for (const tablet of tablets) tablet.tap();
  // As on a browser's event that the network has changed.
  for (const { link } of tablets) link.nudge();
  await until('they have noticed', () => tablets.every(({ status }) => status !== 'up'), 15_000);
  const backMs = await allAreUp(15_000);
  await allAreAnswered();
  console.log(`moved: all were back ${Math.round(backMs)} ms after they noticed`);
  expect(await countOutcomes()).toEqual({ accepted: 3 });
});

test.runIf(thorough)('five minutes without a network: taps are reported as unknown', async () => {
  await wire('down');
  for (const tablet of tablets) tablet.tap();
  await sleep(20_000);
  // The tablet gave up while the taps were fresh and reported them as unknown.
  expect(tablets.every(({ answered }) => answered)).toBe(true);
  for (const tablet of tablets) tablet.tap();
  await sleep(280_000);
  await wire('up');
  const backMs = await allAreUp(30_000);
  console.log(`5 min cut: all were back after ${Math.round(backMs)} ms`);
  expect(await countOutcomes()).toEqual({ unknown: 3, disconnected: 3 });
});
