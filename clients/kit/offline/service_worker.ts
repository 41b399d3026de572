/**
 * Keeps each screen that was opened on this device: its page and what that has loaded. Of the room's
 * state it knows nothing: /api is never touched.
 */
import { answerFor } from './answer';

/** The part of a service worker's world that is used here (TypeScript has it for workers alone). */
interface ExtendableEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface MessageFromPage extends ExtendableEvent {
  readonly data: string[];
  readonly source: { url: string };
}
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listen: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listen: (event: MessageFromPage) => void): void;
}
const worker = self as unknown as Worker;

/** A network that has swallowed the question is as good as none. */
const TIMEOUT_MS = 3000;

// A display is never closed: waiting for that would be waiting for good.
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) =>
  event.waitUntil(dropOlder().then(() => worker.clients.claim())),
);

/** One after another: what one page no longer loads must not go while another counts on it. */
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

/**
 * Keeps a page with the files it has loaded, which the browser's own cache still has, one at a time; what
 * it no longer loads goes last, so that a page that is kept always has its files.
 */
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

/** What the worker before this one kept: the whole site, on a shelf that has no page's name. */
async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => !name.startsWith('/')).map((name) => caches.delete(name)),
  );
}
