/**
 * What a display seldom shows is no part of what it starts with. It is fetched right afterwards all
 * the same: by the time it is wanted, there may be no server to ask.
 */
type LazyParts = typeof import('./lazy/scenes');

let fetched: Promise<LazyParts> | undefined;

export function lazy(): Promise<LazyParts> {
  fetched ??= import('./lazy/scenes').catch((failed: unknown) => {
    fetched = undefined;
    throw failed;
  });
  return fetched;
}
