import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { compressed } from './vite.compressed.ts';
import { installable, serviceWorker } from './vite.offline.ts';

/** Where each screen is served, and the folder that holds it. */
const pages = {
  '/': 'clients/lobby',
  '/display/': 'display',
  '/chair/': 'clients/chair',
  '/secretariat/': 'clients/secretariat',
  '/speaker/': 'clients/speaker',
  '/delegation/': 'clients/delegation',
  '/interpreter/': 'clients/interpreter',
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A screen's address is what people type, not where its source lives. */
function addresses(): Plugin {
  const htmlOf = (folder: string) => `${folder}/index.html`;
  return {
    name: 'rostrum-addresses',
    enforce: 'post',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const folder = Object.entries(pages).find(([address]) => address === request.url)?.[1];
        if (!folder || `/${folder}/` === request.url) return next();
        response.writeHead(302, { Location: `/${folder}/` }).end();
      });
    },
    generateBundle(_options, bundle) {
      for (const [address, folder] of Object.entries(pages)) {
        const html = bundle[htmlOf(folder)];
        if (html) html.fileName = `${address}index.html`.slice(1);
      }
    },
  };
}

/** Fetches the letters together with the page, so that they do not change under the reader's eyes. */
function lettersFirst(): Plugin {
  return {
    name: 'rostrum-letters-first',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const font = Object.keys(bundle).find((file) => file.includes('inter-latin-wght-normal'));
        if (!font) return [];
        const attrs = { rel: 'preload', as: 'font', href: `/${font}`, crossorigin: '' };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}

export default defineConfig({
  plugins: [
    svelte(),
    addresses(),
    lettersFirst(),
    installable(),
    compressed(),
  ],
  publicDir: here('clients/public'),
  resolve: {
    alias: {
      $kit: here('clients/kit'),
      $proto: here('build/proto-ts/rostrum/v1'),
    },
  },
  // `npm run dev` beside a running `rostrum serve`.
  server: { proxy: { '/api': { target: 'http://localhost:8080', ws: true } } },
  build: {
    outDir: 'build/web',
    emptyOutDir: true,
    target: 'es2022',
    // The server's Content-Security-Policy allows files of its own and nothing written into a page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: [
        ...Object.values(pages).map((folder) => here(`${folder}/index.html`)),
        here(serviceWorker.source),
      ],
      // Svelte does not say so itself: what a page does not use of it, it need not load for the others' sake.
      treeshake: {
        moduleSideEffects: [
          { test: /\/svelte\/src\/internal\/(client|shared)\//, sideEffects: false },
        ],
      },
      output: { entryFileNames: serviceWorker.entryFileNames },
    },
  },
  test: {
    include: ['tests/{kit,display,clients}/**/*.test.ts'],
  },
});
