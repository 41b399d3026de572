/**
 * What a display seldom shows is no part of what it starts with. It is fetched right afterwards all
 * the same: by the time it is wanted, there may be no server to ask.
 */
type Rare = typeof import('./rare/scenes');

let fetched: Promise<Rare> | undefined;

export function rare(): Promise<Rare> {
  fetched ??= import('./rare/scenes').catch((failed: unknown) => {
    fetched = undefined;
    throw failed;
  });
  return fetched;
}
