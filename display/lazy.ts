/** Rare scenes load after the first render: when they are needed, the server may be down. */
type LazyParts = typeof import('./lazy/scenes');

let fetched: Promise<LazyParts> | undefined;

export function lazy(): Promise<LazyParts> {
  fetched ??= import('./lazy/scenes').catch((failed: unknown) => {
    fetched = undefined;
    throw failed;
  });
  return fetched;
}
