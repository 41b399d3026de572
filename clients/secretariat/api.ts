import { at, type Ask } from '$kit/present_server.svelte';
import { parse } from '$kit/protocol';
import type { Sentence } from './fault_words';

/** The server's HTTP side, asked with this page's token, which travels in a header only. */

/** Why a request failed. */
export interface Problem {
  /** Of HTTP; 0 when nothing answered. */
  status: number;
  /** For programs: `REFUSAL_CODE_STALE`, `NO_SUCH_CODE`; may be empty. */
  code: string;
  /** A sentence in English; may be empty. */
  detail: string;
  /** The code of the sentence, and what goes into it. */
  reason?: string;
  particulars?: Sentence['particulars'];
}

export type Answer<T> = { kind: 'ok'; value: T } | { kind: 'failed'; problem: Problem };

const TIMEOUT_MS = 15_000;

export class Api {
  readonly #token: string;
  readonly #fetch: Ask;

  constructor(token: string, fetcher: Ask = (path, init) => fetch(at(path), init)) {
    this.#token = token;
    this.#fetch = fetcher;
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.#json(path, {});
  }

  /** @param body none for DELETE, and for a POST whose path says all */
  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer<T>> {
    if (!body) return this.#json(path, { method });
    const headers = { 'Content-Type': 'application/json' };
    return this.#json(path, { method, headers, body: JSON.stringify(body) });
  }

  /** @param name of the file, in any script; encoded, since a header is ASCII */
  upload<T>(path: string, file: Blob, name: string): Promise<Answer<T>> {
    const headers = {
      'Content-Type': 'application/octet-stream',
      'Rostrum-File-Name': encodeURIComponent(name),
    };
    return this.#json(path, { method: 'POST', headers, body: file });
  }

  /** A file, unchanged. */
  async file(path: string): Promise<Answer<Blob>> {
    const answer = await this.#ask(path, {});
    return answer.kind === 'ok' ? { kind: 'ok', value: await answer.value.blob() } : answer;
  }

  async #json<T>(path: string, init: RequestInit): Promise<Answer<T>> {
    const answer = await this.#ask(path, init);
    if (answer.kind !== 'ok') return answer;
    try {
      const text = await answer.value.text();
      return { kind: 'ok', value: text ? parse<T>(text) : ({} as T) };
    } catch {
      return { kind: 'failed', problem: { status: answer.value.status, code: '', detail: '' } };
    }
  }

  async #ask(path: string, init: RequestInit): Promise<Answer<Response>> {
    try {
      const answer = await this.#fetch(path, {
        ...init,
        headers: { ...init.headers, Authorization: `Bearer ${this.#token}` },
        cache: 'no-store',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (answer.ok) return { kind: 'ok', value: answer };
      const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>;
      const { code = '', detail = '' } = problem;
      return { kind: 'failed', problem: { ...problem, status: answer.status, code, detail } };
    } catch {
      return { kind: 'failed', problem: { status: 0, code: '', detail: '' } };
    }
  }
}
