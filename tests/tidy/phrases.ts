// Phrases that plain English replaces by: sends, reports, shows; who; again; nullptr.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './tree.ts';

const banned =
  /\b(told|tells?|telling|whoever|whomever|anew|none where|be it|of its own accord|nobody hears)\b/gi;
const checked = /\.(cpp|hpp|ts|svelte|proto|md|html|mjs|cmake)$|CMakeLists\.txt$|^(scripts|\.ci)\//;

/** Reports each banned phrase. Skips tests/tidy, which quotes them, and released versions. */
export function phraseFaults(root: string): string[] {
  const paths = filesOf(root, '.', ['']).filter(
    (path) => checked.test(path) && !path.startsWith('tests/tidy/'),
  );
  return paths.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const [current = ''] = path === 'CHANGELOG.md' ? text.split(/^## \[?\d/m) : [text];
    return current
      .split('\n')
      .flatMap((line, i) =>
        [...line.matchAll(banned)].map(([phrase]) => `${path}:${i + 1} contains "${phrase}"`),
      );
  });
}
