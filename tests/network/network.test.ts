// Tablets on a network as bad as networks get: what they tap is done once or refused, and they are
// told which. ROSTRUM_THOROUGH=1 waits for what takes longer to be noticed.
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
  await wire('weather 0 0 0 0');
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

/** Every tablet taps so often. */
async function tapping(times: number, everyMs: number): Promise<void> {
  for (let i = 0; i < times; ++i) {
    for (const tablet of tablets) tablet.tap();
    await sleep(everyMs);
  }
}

/** Holds what the tablets were told against the server's record. */
async function theRecordAgrees(): Promise<Record<string, number>> {
  await wire('up');
  await wire('weather 0 0 0 0');
  const head = await server.revision();
  const told: Record<string, number> = {};
  const done = new Set<number>();
  for (const { id, outcome } of tablets.flatMap(({ taps }) => taps)) {
    expect(outcome, `${id} was never answered`).toBeDefined();
    const kind = outcome!.kind;
    told[kind] = (told[kind] ?? 0) + 1;
    const revision = await server.revisionOf(id);
    if (revision <= head) done.add(revision);
    if (outcome!.kind === 'accepted') expect(Number(outcome!.revision), id).toBe(revision);
    if (kind === 'refused' || kind === 'disconnected') expect(revision).toBeGreaterThan(head);
  }
  // Nothing else was done, and nothing twice.
  expect(done.size).toBe(head - base);
  return told;
}

test('late and unsteady: every tap is done once', async () => {
  await wire('weather 150 100 0 0');
  await tapping(8, 150);
  await allAreAnswered();
  const told = await theRecordAgrees();
  expect(told).toEqual({ accepted: 24 });
});

test('one packet in ten is lost: every tap is done once', async () => {
  const before = await wire('weather 20 10 0.1 0');
  await tapping(10, 100);
  await allAreAnswered();
  const { lost } = await wire('weather 0 0 0 0');
  expect(lost - before.lost).toBeGreaterThan(3);
  const told = await theRecordAgrees();
  expect((told.accepted ?? 0) + (told.unknown ?? 0) + (told.disconnected ?? 0)).toBe(30);
});

test('packets overtake each other: every tap is done once', async () => {
  const before = await wire('weather 30 20 0 0.3');
  await tapping(10, 20);
  await allAreAnswered();
  const { reordered } = await wire('weather 0 0 0 0');
  expect(reordered - before.reordered).toBeGreaterThan(3);
  expect(await theRecordAgrees()).toEqual({ accepted: 30 });
});

test('a second without a network: taps arrive when it is back, and no link is given up', async () => {
  await wire('down');
  for (const tablet of tablets) tablet.tap();
  // So that each asks whether the server is there.
  for (const { link } of tablets) link.nudge();
  await sleep(1000);
  expect(tablets.some(({ answered }) => answered)).toBe(false);
  await wire('up');
  await allAreAnswered();
  for (const { losses } of tablets) expect(losses).toBe(0);
  expect(await theRecordAgrees()).toEqual({ accepted: 3 });
});

test.runIf(thorough)('ten seconds without a network: taps are sent again', async () => {
  await wire('down');
  for (const tablet of tablets) tablet.tap();
  await sleep(10_000);
  await wire('up');
  const backMs = await allAreUp(15_000);
  await allAreAnswered();
  console.log(`10 s cut: all were back after ${Math.round(backMs)} ms`);
  expect(await theRecordAgrees()).toEqual({ accepted: 3 });
});

test.runIf(thorough)('a peer that vanishes is noticed at both ends within 15 s', async () => {
  // Those of the test before may not be given up yet.
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
  // Asking it takes a moment.
  expect(serverMs).toBeLessThan(15_500);
  for (const tablet of tablets) tablet.tap();
  await allAreAnswered();
  expect(await theRecordAgrees()).toEqual({ disconnected: 3 });
  await allAreUp(15_000);
});

test.runIf(thorough)('a tablet whose address changes comes back with its taps', async () => {
  await wire('move 10.77.0.3');
  for (const tablet of tablets) tablet.tap();
  // What a browser tells when the network has changed.
  for (const { link } of tablets) link.nudge();
  await until('they have noticed', () => tablets.every(({ status }) => status !== 'up'), 15_000);
  const backMs = await allAreUp(15_000);
  await allAreAnswered();
  console.log(`moved: all were back ${Math.round(backMs)} ms after they noticed`);
  expect(await theRecordAgrees()).toEqual({ accepted: 3 });
});

test.runIf(thorough)('five minutes without a network: taps are told to be unknown', async () => {
  await wire('down');
  for (const tablet of tablets) tablet.tap();
  await sleep(20_000);
  // Given up while the tap is fresh, and told so.
  expect(tablets.every(({ answered }) => answered)).toBe(true);
  for (const tablet of tablets) tablet.tap();
  await sleep(280_000);
  await wire('up');
  const backMs = await allAreUp(30_000);
  console.log(`5 min cut: all were back after ${Math.round(backMs)} ms`);
  expect(await theRecordAgrees()).toEqual({ unknown: 3, disconnected: 3 });
});
