// The server sends these files to browsers that accept gzip: compressed once, at the highest level.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Writes a `.gz` next to every page, script and style sheet. */
export function compressed(): Plugin {
  return {
    name: 'rostrum-compressed',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const name of Object.values(bundle).map(({ fileName }) => join(dir!, fileName)))
        if (/\.(js|css|html)$/.test(name))
          writeFileSync(`${name}.gz`, gzipSync(readFileSync(name), { level: 9 }));
    },
  };
}
