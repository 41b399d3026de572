/** What this device remembers of this site: a browser may block it, and then it lasts as long as the page. */

/** What the browser did not take. */
const page = new Map<string, string>();

/** Undefined where the browser blocks it: to read the property throws, or it is null. */
export function siteStorage(): Storage | undefined {
  try {
    return localStorage ?? undefined;
  } catch {
    return undefined;
  }
}

export function recall(key: string): string | null {
  return page.get(key) ?? siteStorage()?.getItem(key) ?? null;
}

export function remember(key: string, value: string): void {
  page.delete(key);
  try {
    localStorage.setItem(key, value);
  } catch {
    page.set(key, value);
  }
}

export function forget(key: string): void {
  page.delete(key);
  siteStorage()?.removeItem(key);
}

/** Whether the next visit will know what this one remembers. */
export function remembers(): boolean {
  remember(PROBE, '');
  const kept = !page.has(PROBE);
  forget(PROBE);
  return kept;
}

const PROBE = 'rostrum.probe';
