// What a page of the built screens loads before it shows anything, and what that weighs.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const web = resolve('build/web');

export interface Weight {
  files: number;
  raw: number;
  gzip: number;
  brotli: number;
}

/**
 * The scripts and style sheets that a page loads before its first picture in a language, each of them
 * compressed by itself.
 *
 * @param page such as `display`
 */
export function weightOf(page: string, language: string): Weight {
  const contents = bundleOf(page, language).map((file) => readFileSync(join(web, file)));
  const sum = (bytesOf: (content: Buffer) => number) =>
    contents.reduce((total, content) => total + bytesOf(content), 0);
  return {
    files: contents.length,
    raw: sum((content) => content.length),
    gzip: sum((content) => gzipSync(content, { level: 9 }).length),
    brotli: sum((content) => brotliCompressSync(content).length),
  };
}

/** By their addresses. */
export function bundleOf(page: string, language: string): string[] {
  const html = readFileSync(join(web, page, 'index.html'), 'utf8');
  const own = all(html, /(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g);
  // The words of a language, and its names of States: each is a file named after the language, which a
  // script of the page asks for before it shows anything.
  const scripts = own.filter((file) => file.endsWith('.js'));
  const spoken = scripts.flatMap((file) =>
    all(readFileSync(join(web, file), 'utf8'), new RegExp(`\\./(${language}-[\\w-]+\\.js)`, 'g')),
  );
  return [...new Set([...own, ...spoken.map((file) => `/assets/${file}`)])];
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found!);
}
