/**
 * Keeps the screens on the device. Of the room's state it knows nothing: /api is never touched.
 * vite.config.ts fills in what the site consists of.
 */
import { answerFor, type Site } from './answer';

/** The part of a service worker's world that is used here (TypeScript has it for workers alone). */
interface ExtendableEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listen: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
}
const worker = self as unknown as Worker;

declare const ROSTRUM_SITE: Site & {
  /** Another one whenever a file is. */
  version: string;
};
const site = ROSTRUM_SITE;
const SHELF = `rostrum-${site.version}`;

/** A network that has swallowed the question is as good as none. */
const PATIENCE_MS = 3000;

worker.addEventListener('install', (event) => {
  const fetched = caches.open(SHELF).then((shelf) => shelf.addAll([...site.pages, ...site.assets]));
  // A display is never closed: waiting for that would be waiting for good.
  event.waitUntil(fetched.then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const answer = answerFor(event.request, location.origin, site);
  if (answer.kind === 'asset') event.respondWith(asset(answer.path, event.request));
  if (answer.kind === 'page') event.respondWith(page(answer.path, event.request));
});

async function asset(path: string, request: Request): Promise<Response> {
  return (await kept(path)) ?? fetch(request);
}

/** A page that the server has in a newer version comes with its newer worker, which keeps it. */
async function page(path: string, request: Request): Promise<Response> {
  const answered = fetch(request);
  return Promise.race([answered, patience()]).catch(async () => (await kept(path)) ?? answered);
}

async function kept(path: string): Promise<Response | undefined> {
  return (await caches.open(SHELF)).match(path);
}

function patience(): Promise<never> {
  return new Promise((_, fail) => setTimeout(() => fail(new Error('no answer')), PATIENCE_MS));
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith('rostrum-') && name !== SHELF);
  await Promise.all(ours.map((name) => caches.delete(name)));
}
