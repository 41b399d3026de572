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
  const own = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, file]) => file!,
  );
  const code = own
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(web, file), 'utf8'))
    .join('\n');
  // The scripts list the catalogues that they fetch, in every language.
  const listed = code.matchAll(new RegExp(`/${language}/\\w+\\.json".*?\\./([\\w-]+\\.js)`, 'g'));
  return [...own, ...[...listed].map(([, file]) => `/assets/${file}`)];
}
