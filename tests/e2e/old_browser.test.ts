// The screens in a browser of December 2019, as televisions and tablets of 2020 have it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './limit.ts';
import { OldChromium } from './old_chromium.ts';
import { ask, command, type Snapshot } from './room.ts';
import { type Links, Server } from './server.ts';

const server = new Server();
const engine = new OldChromium();
let links: Links;

before(async () => {
  links = await server.start();
  await engine.start();
  const { room } = await ask<Snapshot>(links.chair);
  await command(links.chair, { openMeeting: { meetingId: room.agenda.currentMeetingId } });
  const { nextInscriptionId: inscriptionId } = room.list;
  await command(links.chair, { giveFloor: { inscriptionId } });
});
after(async () => {
  engine.stop();
  await server.stop();
});

async function open(name: string, link: string, width: number, height: number) {
  const page = await engine.open(`${link}${link.includes('#') ? '&lang=en' : ''}`, width, height);
  return {
    page,
    seen: async () => {
      await page.keep(`old-${name}`);
      assert.deepEqual(page.faults, []);
    },
  };
}

test('the display counts in large digits, and its gaps are there', async () => {
  const { page, seen } = await open('display', links.display, 1920, 1080);
  await page.shows('Time allotted');
  const height = `parseFloat(getComputedStyle(document.querySelector('[role=timer]')).fontSize)`;
  await until(async () => (await page.value<number>(height)) > 400);
  const gap = `[...document.querySelector('header').querySelectorAll('*')]
    .some((each) => parseFloat(getComputedStyle(each).marginLeft) > 10)`;
  assert.ok(await page.value(gap));
  const first = await page.value<string>(`document.querySelector('[role=timer]').innerText`);
  await until(
    async () => (await page.value('document.querySelector("[role=timer]").innerText')) !== first,
  );
  await seen();
});

test('lectern, phone, booth and lobby work', async () => {
  const screens = [
    ['speaker', links.speaker, 'I have a plate here'],
    ['delegation', links.delegation, 'Switzerland'],
    ['interpreter', links.interpreter, 'Has the floor'],
    ['lobby', `${server.origin}/`, 'Open'],
  ] as const;
  for (const [name, link, text] of screens) {
    const { page, seen } = await open(name, link, 1024, 768);
    await page.shows(text);
    await seen();
  }
});

test('the tablet and the secretariat’s page say which browser they need', async () => {
  for (const role of ['chair', 'secretariat'] as const) {
    const { page, seen } = await open(role, links[role], 1180, 820);
    await page.shows('It needs Chrome or Edge 87, Firefox 78 or Safari 15, or later.');
    await seen();
  }
});
