// Windows' high contrast, on every screen: only the user's colours, no ground behind the lines of a text, every
// plate with its border, and the one who speaks marked.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, picture } from '../e2e/browser.ts';
import { checkScreen } from './check_screen.ts';
import { T0, rooms } from './rooms.ts';
import { ScriptedScreen, type Shown } from './scripted_screen.ts';
import { table } from './table.ts';
import { Role } from '$proto/table_pb';

const plate = JSON.stringify({ meeting: 'cuba', delegation: 'women' });

interface Visit {
  shown: Omit<Shown, 'width' | 'height'>;
  width?: number;
  states: string[];
}

const visits: Record<string, Visit> = {
  display: { shown: {}, width: 1920, states: ['speaking', 'overtime', 'between', 'silence'] },
  list: { shown: { address: 'scene=list' }, width: 1920, states: ['speaking'] },
  chair: {
    shown: { path: '/chair/', role: Role.CHAIR },
    states: ['speaking', 'warning', 'overtime', 'empty-chair', 'requests', 'planned'],
  },
  lectern: {
    shown: { path: '/speaker/', role: Role.SPEAKER },
    states: ['speaking', 'overtime', 'notice', 'conclude'],
  },
  speaker: {
    shown: { path: '/speaker/', role: Role.SPEAKER, stored: { 'rostrum.plate.xxvii': plate } },
    width: 390,
    states: ['speaking', 'women-speak', 'women-up'],
  },
  delegation: {
    shown: { path: '/delegation/', role: Role.DELEGATION, stored: { 'rostrum.state': 'NL' } },
    width: 390,
    states: ['speaking', 'question-up', 'notice'],
  },
  interpreter: {
    shown: { path: '/interpreter/', role: Role.INTERPRETER },
    states: ['speaking', 'slow-down'],
  },
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const room = (name: string) => table[name] ?? rooms[name]!;

/** The colours of the theme, and those that the page paints that are none of them. */
function foreignColours() {
  const system = ['Canvas', 'CanvasText', 'LinkText', 'VisitedText', 'ButtonText', 'ButtonFace'];
  system.push('ButtonBorder', 'Field', 'FieldText', 'Highlight', 'HighlightText', 'GrayText');
  const probe = document.createElement('i');
  document.body.append(probe);
  const ours = new Set(
    system.map((name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    }),
  );
  probe.remove();
  const opaque = (colour: string) => /^rgb\(/.test(colour);
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((each) => each.innerText?.trim() && !each.closest('.visually-hidden'))
    .flatMap((each) => {
      const { color, backgroundColor } = getComputedStyle(each);
      return [color, backgroundColor]
        .filter((colour) => opaque(colour) && !ours.has(colour))
        .map((colour) => `${each.tagName}.${each.className} ${colour}`);
    });
}

/** Texts in the colour of their ground. */
function invisible() {
  const groundOf = (each: Element | null): string => {
    if (!each) return getComputedStyle(document.documentElement).backgroundColor;
    const { backgroundColor } = getComputedStyle(each);
    return backgroundColor === 'rgba(0, 0, 0, 0)' ? groundOf(each.parentElement) : backgroundColor;
  };
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((each) => !each.closest('.visually-hidden'))
    .filter(({ childNodes }) =>
      [...childNodes].some((one) => one.nodeType === 3 && one.nodeValue?.trim()),
    )
    .filter((each) => getComputedStyle(each).color === groundOf(each))
    .map((each) => `${each.tagName}.${each.className} ${each.innerText}`);
}

for (const [name, { shown, width = 1180, states }] of Object.entries(visits)) {
  test(`${name}: high contrast`, async () => {
    const screen = await ScriptedScreen.open(browser, room(states[0]!), () => T0, {
      width,
      height: width === 1920 ? 1080 : 820,
      ...shown,
      args: { forcedColors: 'active' },
    });
    const { page } = screen;
    for (const state of states) {
      await screen.show(room(state));
      await picture(page, `contrast-${name}-${state}`);
      // A browser that adjusts colours paints a ground behind each line of a text.
      const adjusted = await page
        .locator('[role=timer], h1, .title')
        .evaluateAll((all) => all.map((each) => getComputedStyle(each).forcedColorAdjust));
      expect(new Set(adjusted), state).toEqual(new Set(['none']));
      expect(await page.evaluate(foreignColours), state).toEqual([]);
      expect(await page.evaluate(invisible), state).toEqual([]);
      await checkScreen(screen, `${name} ${state}`, { axe: true, scrolls: width < 1000 });
    }
    await screen.close();
  });
}

test('on the display every plate has a border, and the one who speaks another ground', async () => {
  const screen = await ScriptedScreen.open(browser, rooms.speaking!, () => T0, {
    width: 1920,
    height: 1080,
    args: { forcedColors: 'active' },
  });
  const plates = await screen.page.locator('footer li').evaluateAll((all) =>
    all.map((each) => {
      const { borderTopColor, borderTopWidth, backgroundColor, color } = getComputedStyle(each);
      const page = getComputedStyle(document.documentElement).backgroundColor;
      return {
        border: parseFloat(borderTopWidth) > 0 && borderTopColor !== page,
        ground: backgroundColor !== page && backgroundColor !== 'rgba(0, 0, 0, 0)',
        legible: color !== backgroundColor,
      };
    }),
  );
  expect(plates.map(({ ground }) => ground)).toEqual([false, true, false, false, false]);
  expect(plates.every(({ border, legible }) => border && legible)).toBe(true);
  await screen.close();
});
