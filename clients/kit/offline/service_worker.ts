/** Caches each screen that was opened on this device: its page and the files it loaded, never /api. */
import { answerFor } from './answer';

/** The part of a service worker's types that is used here: TypeScript's exclude those of pages. */
interface Events {
  install: object;
  activate: object;
  fetch: { request: Request; respondWith(response: Promise<Response>): void };
  message: { data: string[]; source: { url: string } };
}
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener<Type extends keyof Events>(
    type: Type,
    listen: (event: Events[Type] & { waitUntil(done: Promise<unknown>): void }) => void,
  ): void;
}
const worker = self as unknown as Worker;

const TIMEOUT_MS = 3000;

// Do not wait until every page is closed: a display never is.
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) =>
  event.waitUntil(dropOlder().then(() => worker.clients.claim())),
);

/** Pages are cached one after another, so that none deletes a file that another relies on. */
let keeping: Promise<unknown> = Promise.resolve();

worker.addEventListener('message', (event) => {
  const next = () => keep(new URL(event.source.url).pathname, event.data);
  keeping = keeping.then(next, next);
  event.waitUntil(keeping);
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const answer = answerFor(request, location.origin);
  const { pathname } = new URL(request.url);
  if (answer === 'asset') event.respondWith(asset(pathname, request));
  if (answer === 'page') event.respondWith(page(pathname, request));
});

/** Caches a page with its files, and deletes old files last: a cached page always has its files. */
async function keep(page: string, files: string[]): Promise<void> {
  const shelf = await caches.open(page);
  const kept = (await shelf.keys()).map(({ url }) => new URL(url).pathname);
  for (const file of files) if (!kept.includes(file)) await shelf.add(file);
  await shelf.add(page);
  for (const file of kept) if (file !== page && !files.includes(file)) await shelf.delete(file);
}

async function asset(path: string, request: Request): Promise<Response> {
  return (await caches.match(path)) ?? fetch(request);
}

async function page(path: string, request: Request): Promise<Response> {
  const answered = fetch(request);
  return Promise.race([answered, timeout()]).catch(
    async () => (await caches.match(path)) ?? answered,
  );
}

function timeout(): Promise<never> {
  return new Promise((_, fail) => setTimeout(() => fail(new Error('no answer')), TIMEOUT_MS));
}

/** Deletes the caches of earlier versions, which are not named after a page. */
async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => !name.startsWith('/')).map((name) => caches.delete(name)),
  );
}
