import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { compressed } from './vite.compressed.ts';
import { installable, serviceWorker } from './vite.offline.ts';
import { oldBrowsers } from './vite.old.ts';

/** The address and the folder of each screen. */
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

/** Serves screens at the addresses that people type. */
export function addresses(): Plugin {
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

/** Preloads the font, so that letters do not change after the first render. */
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

const addressOf = (html: string) =>
  Object.entries(pages).find(([, folder]) => html === here(`${folder}/index.html`))?.[0];

export default defineConfig({
  plugins: [
    svelte(),
    addresses(),
    lettersFirst(),
    installable(),
    oldBrowsers(addressOf),
    compressed(),
  ],
  publicDir: here('clients/public'),
  resolve: {
    alias: {
      $kit: here('clients/kit'),
      $proto: here('build/proto-ts/rostrum/v1'),
    },
  },
  // `npm run dev` needs a running `rostrum serve`.
  server: { proxy: { '/api': { target: 'http://localhost:8080', ws: true } } },
  build: {
    outDir: 'build/web',
    emptyOutDir: true,
    target: 'es2022',
    // The server's Content-Security-Policy forbids inline content.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: [
        ...Object.values(pages).map((folder) => here(`${folder}/index.html`)),
        here(serviceWorker.source),
      ],
      // Svelte does not declare this itself: a page need not load what only others use.
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
