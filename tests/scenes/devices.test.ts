// The devices that people bring: a browser that blocks site data, a page translator.
import { toJson } from '@bufbuild/protobuf';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launch, picture, sizes } from '../e2e/browser.ts';
import { T0, rooms } from './rooms.ts';
import { table } from './table.ts';
import { ScriptedScreen, type Shown } from './scripted_screen.ts';
import { AgendaSchema } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const { tablet, phone, lectern, display } = sizes;
const agenda = toJson(AgendaSchema, { ...rooms.speaking!.agenda!, roomId: 'xxvii' });
const pages: Record<string, Shown> = {
  display: { ...display, path: '/display/', role: Role.DISPLAY },
  chair: { ...tablet, path: '/chair/', role: Role.CHAIR },
  secretariat: { ...tablet, path: '/secretariat/', role: Role.SECRETARIAT },
  speaker: { ...lectern, path: '/speaker/', role: Role.SPEAKER },
  delegation: { ...phone, path: '/delegation/', role: Role.DELEGATION },
  interpreter: { ...phone, path: '/interpreter/', role: Role.INTERPRETER },
  lobby: {
    ...phone,
    path: '/',
    answers: { '/api/v1/rooms': { rooms: [{ agenda, expected: [] }], serverUnixMs: String(T0) } },
  },
};

const roomOf = (name: string) => table[name] ?? rooms[name]!;

async function open(page: string, state: string, more: Partial<Shown> = {}) {
  const screen = await ScriptedScreen.open(browser, roomOf(state), () => T0, {
    ...pages[page]!,
    ...more,
  });
  onTestFinished(() => screen.close());
  return screen;
}

/** As Chromium and Firefox do where the user blocks site data. */
function blockSiteData(): void {
  const refuse = () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  for (const storage of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'])
    Object.defineProperty(window, storage, { get: refuse });
}

const forgotten: Record<string, string> = {
  display: 'language',
  chair: 'language, light, whether keys act',
  secretariat: 'language, light, whether keys act',
  speaker: 'language, plate',
  delegation: 'language, delegation, which requests are yours',
  interpreter: 'language',
  lobby: 'language, which screen of a room this is',
};

for (const [page, lost] of Object.entries(forgotten))
  test(`without site data the ${page} works, and says once what it will have forgotten`, async () => {
    const script = blockSiteData;
    const { page: seen, faults } = await open(page, 'speaking', { script });
    const note = seen.getByText(`On the next visit it will have forgotten: ${lost}.`);
    await note.waitFor();
    await picture(seen, `blocked-${page}`);
    await seen.getByRole('button', { name: 'Dismiss' }).click();
    await note.waitFor({ state: 'detached' });
    await seen
      .getByText(page === 'lobby' ? 'Enter a room' : 'Cuba')
      .first()
      .waitFor();
    expect(faults).toEqual([]);
  });

test('what will be forgotten is said in the language of the page', async () => {
  const { page, faults } = await open('speaker', 'speaking', {
    script: blockSiteData,
    address: 'lang=fr',
  });
  await page.getByText(/il aura oublié\s: la langue, la plaque\./).waitFor();
  expect(faults).toEqual([]);
});

test('a phone without site data takes a delegation, and the tablet another language', async () => {
  const script = blockSiteData;
  const { page, faults } = await open('delegation', 'speaking', { script });
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('searchbox').fill('Neth');
  await page.getByRole('button', { name: 'Netherlands' }).click();
  await page.getByRole('combobox').selectOption('fr');
  await page.getByText('Pays-Bas').first().waitFor();
  expect(faults).toEqual([]);
});

test('the lobby shows an open meeting after midnight, and says for which day it was planned', async () => {
  const serverUnixMs = String(T0 + 24 * 60 * 60_000);
  const answers = { '/api/v1/rooms': { rooms: [{ agenda, expected: [] }], serverUnixMs } };
  const { page } = await open('lobby', 'speaking', { answers });
  const row = page.getByRole('listitem');
  await row.getByText('Planned for Wednesday 11 April').first().waitFor();
  expect(await row.getByText('Open').count()).toBe(1);
  await picture(page, 'lobby-midnight');
});

test('a Russian keyboard works the tablet, and help shows its letters', async () => {
  const { page } = await open('chair', 'speaking', { address: 'lang=ru' });
  const press = (key: string, code: string) =>
    page.evaluate((of) => void dispatchEvent(new KeyboardEvent('keydown', of)), { key, code });
  await press('ц', 'KeyW');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await press('?', 'Digit7');
  await page.getByText('NТ', { exact: true }).waitFor();
  await picture(page, 'keys-ru');
});

test('where the browser keeps site data, nothing is said about it', async () => {
  const { page } = await open('chair', 'speaking');
  await page.getByText('Cuba').first().waitFor();
  expect(await page.getByText('On the next visit').count()).toBe(0);
});

/** What a translator of pages does: it replaces each text by an element, also those that come later. */
function translatePage(move: boolean): void {
  const isText = (node: Node): node is Text =>
    node.nodeType === 3 &&
    /\p{L}/u.test((node as Text).data) &&
    !node.parentElement?.closest('font');
  const translate = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = isText(root) ? [root] : [];
    while (walker.nextNode()) if (isText(walker.currentNode)) texts.push(walker.currentNode);
    for (const text of texts) {
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      if (!text.isConnected) continue;
      text.replaceWith(outer);
      inner.append(move ? text : text.data);
      document.documentElement.dataset.translated = 'some';
    }
  };
  translate(document.body);
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records)
      for (const node of type === 'characterData' ? [target] : addedNodes) translate(node);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** What is read on it, without the marks by which `show` knows a room, and without the times that run on meanwhile. */
const textOf = async (screen: ScriptedScreen) =>
  (await screen.page.locator('body').innerText())
    .replace(/[\u200b\u200c]|Clock not verified/g, '')
    .replace(/\d+:\d\d/g, '0:00')
    .replace(/\s+/g, ' ');

const meeting = ['planned', 'between', 'speaking', 'question', 'notice', 'suspended', 'closed'];
const course = {
  display: meeting,
  chair: [...meeting, 'requests', 'point-of-order'],
  secretariat: meeting,
  speaker: meeting,
  delegation: ['questions', 'question-asked', 'question-up', 'speaking', 'closed'],
  interpreter: meeting,
};

for (const [page, states] of Object.entries(course))
  for (const move of page === 'chair' ? [false, true] : [false])
    test(`the ${page} follows a meeting when a translator ${move ? 'wraps' : 'replaces'} its texts`, async () => {
      const stored = { 'rostrum.state': 'NL' };
      const translated = await open(page, states[0]!, { stored });
      const plain = await open(page, states[0]!, { stored });
      await translated.page.evaluate(translatePage, move);
      for (const state of [...states, ...states]) {
        await translated.show(roomOf(state));
        await plain.show(roomOf(state));
        await expect
          .poll(async () => [await textOf(translated)], { message: state })
          .toEqual([await textOf(plain)]);
      }
      expect(await translated.page.locator('font font').count()).toBeGreaterThan(3);
      expect(translated.faults).toEqual([]);
    });

test('a page is not offered for translation to those whose language it speaks', async () => {
  for (const [locale, translate] of [
    ['fr-CH', false],
    ['pt-BR', true],
  ] as const) {
    const { page } = await open('delegation', 'speaking', { args: { locale } });
    expect(await page.evaluate(() => document.documentElement.translate), locale).toBe(translate);
  }
});
