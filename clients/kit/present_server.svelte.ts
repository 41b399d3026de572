import { recall, remember } from './site_data';

/** The server that this page talks to, and the others of the record: for requests over HTTP. */

const KNOWN = 'rostrum.servers';

/** Its origin; empty for the page's own, which need not be spelt out. */
let present = $state('');

export const presentOrigin = (): string => present || location.origin;

/** The address of a path at the present server. Reactive. */
export const at = (path: string): string => present + path;

export function stayAt(origin: string): void {
  present = origin === location.origin ? '' : origin;
}

const known = () => recall(KNOWN) ?? '[]';

/** As the latest Welcome named them, on this visit or an earlier one. */
export const knownServers = (): string[] => JSON.parse(known()) as string[];

/** @returns whether they are others than before */
export function knowServers(origins: readonly string[]): boolean {
  const json = JSON.stringify(origins);
  if (json === known()) return false;
  remember(KNOWN, json);
  return true;
}

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;
