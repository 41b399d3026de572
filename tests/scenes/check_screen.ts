// What is asked of every screen in every state: nothing is cut off, nothing lies on anything else, nothing
// moves for those who want no motion, no rule of accessibility is broken, no script fails.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cutLetters, overlaps } from './letters.ts';
import type { ScriptedScreen } from './scripted_screen.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Asked {
  /** Against WCAG 2.2 AA: what takes longest. */
  axe: boolean;
  /** The page may be longer than the screen, as one that is held in the hand. */
  scrolls?: boolean;
}

export async function checkScreen(
  screen: ScriptedScreen,
  name: string,
  asked: Asked,
): Promise<void> {
  const { page } = screen;
  expect.soft(screen.faults, name).toEqual([]);
  expect
    .soft(await outside(page, asked.scrolls ?? false), `${name}: outside the screen`)
    .toEqual([]);
  expect.soft(await clipped(page), `${name}: clipped`).toEqual([]);
  expect.soft(await page.evaluate(cutLetters), `${name}: cut letters`).toEqual([]);
  expect.soft(await page.evaluate(overlaps), `${name}: one on another`).toEqual([]);
  expect.soft(await moving(page), `${name}: moves`).toEqual([]);
  if (asked.axe) expect.soft(await violations(page), `${name}: axe`).toEqual([]);
}

/** What reaches over the edge of the screen. */
function outside(page: Page, scrolls: boolean): Promise<string[]> {
  return page.evaluate((scrolls) => {
    const { innerWidth } = window;
    const innerHeight = scrolls ? Infinity : window.innerHeight;
    // What a box cuts by its own will, and says so by an ellipsis, is none of this.
    const isCut = (each: Element | null): boolean =>
      each !== null &&
      each !== document.body &&
      (!each.matches('.stage') && getComputedStyle(each).overflowX !== 'visible'
        ? true
        : isCut(each.parentElement));
    return (
      [...document.querySelectorAll('h1, h2, h3, p, li, span, button, select, input, svg')]
        .filter((each) => !each.closest('.visually-hidden') && !each.closest('.grid'))
        // The box of a digit is higher than the digit.
        .filter((each) => !each.parentElement?.closest('[role=timer]'))
        .filter((each) => !isCut(each.parentElement))
        .filter((each) => {
          const { left, right, top, bottom, width } = each.getBoundingClientRect();
          const above = !scrolls && top < -1;
          const over = left < -1 || above || right > innerWidth + 1 || bottom > innerHeight + 1;
          return width > 0 && over;
        })
        .map((each) => `${each.tagName} ${each.textContent?.trim().slice(0, 40)}`)
    );
  }, scrolls);
}

/** Boxes that hide a part of their text and do not say so by an ellipsis or a scroll bar. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    return (
      [...document.querySelectorAll<HTMLElement>('body *')]
        // What reaches over the display's stage is looked for above.
        .filter((each) => !each.matches('.visually-hidden *, .visually-hidden, .stage'))
        .filter((each) => each.innerText?.trim())
        .filter((each) => {
          const { overflowX, overflowY, textOverflow, clipPath, webkitLineClamp } =
            getComputedStyle(each);
          if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || clipPath !== 'none')
            return false;
          const wide = each.scrollWidth > each.clientWidth + 1;
          const high = each.scrollHeight > each.clientHeight + 1;
          // Nothing is read by scrolling to the side.
          return (wide && overflowX !== 'visible') || (high && hides(overflowY));
        })
        .map((each) => `${each.tagName}.${each.className} ${each.innerText.trim().slice(0, 40)}`)
    );
  });
}

/** What moves, or would, although the device asks for no motion. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lasts = (durations: string) => durations.split(',').some((each) => parseFloat(each) > 0);
    const styled = [...document.querySelectorAll('*')].flatMap((each) =>
      [undefined, '::before', '::after', '::backdrop']
        .map((part) => getComputedStyle(each, part))
        .filter(
          ({ animationName, animationDuration, transitionDuration }) =>
            (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration),
        )
        .map(() => `${each.tagName}.${each.className}`),
    );
    const running = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0)
      .map(({ id }) => `running ${id}`);
    return [...styled, ...running];
  });
}

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const axe = (window as unknown as { axe: typeof import('axe-core') }).axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
