import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import base, { addresses } from './vite.config.ts';
import { forOldBrowsers, oldTargets } from './vite.old.ts';

const { rollupOptions, ...build } = base.build!;
const input = rollupOptions!.input as string[];

export default defineConfig({
  logLevel: 'warn',
  resolve: base.resolve!,
  plugins: [svelte(), addresses(), forOldBrowsers()],
  publicDir: false,
  build: {
    ...build,
    outDir: 'build/web-old',
    target: oldTargets,
    cssTarget: oldTargets,
    rollupOptions: {
      ...rollupOptions!,
      input: input.filter((each) => each.endsWith('.html')),
      output: {
        entryFileNames: 'assets/old-[name]-[hash].js',
        chunkFileNames: 'assets/old-[name]-[hash].js',
        assetFileNames: 'assets/old-[name]-[hash][extname]',
      },
    },
  },
});
