import { createContext } from 'svelte';
import { Commands } from '$kit/commands.svelte';
import { refusal, type Failure } from '$kit/i18n/acts';
import type { RoomScreen } from '$kit/room_screen.svelte';
import { Api, type Problem } from './api';
import { download } from './download';
import { t } from './words';

/** What the secretariat asks of the server, by the live link and by HTTP, and the outcomes. */
export class Client extends Commands {
  readonly api: Api;
  /** The outcome of the latest act, where the page does not show it; for screen readers too. */
  said = $state('');

  constructor(screen: RoomScreen, api = new Api(screen.address.token)) {
    super(screen, { roles: ['ROLE_SECRETARIAT'] });
    this.api = api;
  }

  /** `/api/v1/rooms/xxvii` and what follows. */
  roomPath(rest = ''): string {
    return `/api/v1/rooms/${encodeURIComponent(this.screen.address.room)}${rest}`;
  }

  /** Shows that a request failed. */
  failed(problem: Problem): void {
    this.fail(problemOf(problem));
  }

  /** Gives the reader a file that the server writes. */
  async keep(pathInRoom: string, name: string): Promise<void> {
    const answer = await this.api.file(this.roomPath(pathInRoom));
    if (answer.kind === 'failed') return this.failed(answer.problem);
    download(name, answer.value);
  }
}

export const [getClient, setClient] = createContext<Client>();

/** Why a request failed. */
export function problemOf({ status, code, detail }: Problem): Failure {
  if (status === 0) return { sentence: t('http.away'), detail: '' };
  if (code.startsWith('REFUSAL_CODE_') && code !== 'REFUSAL_CODE_MALFORMED')
    return { sentence: refusal(code), detail: '' };
  if (status === 401 || status === 403) return { sentence: t('http.notPermitted'), detail: '' };
  if (status === 404 || status === 405 || status === 501)
    return { sentence: t('http.missing'), detail };
  return { sentence: t(status === 413 ? 'http.tooLarge' : 'http.failed'), detail };
}
