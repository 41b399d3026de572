#!/usr/bin/env node
// scripts/icons.mjs: renders the PNGs of clients/public/icons from rostrum.svg in Debian's
// Chromium.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('../clients/public/icons/', import.meta.url));
const svg = readFileSync(`${folder}rostrum.svg`, 'utf8');
/** Maskable: systems crop it to any shape, so the background fills it to the edges. */
const whole = svg.replace('rx="112" ', '');

const drawings = [
  { name: 'rostrum-192', size: 192, svg },
  { name: 'rostrum-512', size: 512, svg },
  { name: 'rostrum-180', size: 180, svg: whole },
  { name: 'rostrum-maskable-512', size: 512, svg: whole },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const { name, size, svg } of drawings) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
  await page.screenshot({ path: `${folder}${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
