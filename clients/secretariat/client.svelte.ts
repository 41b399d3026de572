import { createContext } from 'svelte';
import { Commands } from '$kit/commands.svelte';
import { failureOf, refusal, type Failed, type Failure } from '$kit/i18n/acts';
import { language } from '$kit/i18n/words.svelte';
import type { CommandBody } from '$kit/protocol';
import type { RoomScreen } from '$kit/room_screen.svelte';
import { stateName } from '$kit/state_name';
import { Api, type Problem } from './api';
import { download } from './download';
import { sentenceOf, type Sentence } from './fault_words';
import { fitsTheLink } from './model/message_size';
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

  /**
   * Sends a command of any size: what the live link does not take, such as a whole programme, goes by HTTP.
   *
   * @returns whether it was accepted
   */
  async sendWhole(name: string, act: CommandBody): Promise<boolean> {
    if (fitsTheLink(act)) return (await this.send(name, act)) !== undefined;
    const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const answer = await this.api.send('POST', this.roomPath('/commands'), {
      id,
      [act.case]: act.value,
    });
    if (answer.kind === 'failed') this.failed(answer.problem);
    else this.dismiss();
    return answer.kind === 'ok';
  }

  protected override explain(outcome: Failed): Failure {
    return outcome.kind === 'refused' && outcome.reason
      ? explained(outcome.text, outcome.reason, outcome.particulars)
      : failureOf(outcome);
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

/** A refusal of the rules, with the State of the meeting that it is about. */
function explained(text: string, code: string, particulars: Sentence['particulars'] = []): Failure {
  const sentence = sentenceOf({ reason: text, code, particulars });
  const state = particulars.find(({ name }) => name === 'state')?.value;
  const of = state ? stateName({ code: state, name: state }, language()) : '';
  return { sentence: of ? `${of}: ${sentence}` : sentence, detail: '' };
}

/** Why a request failed. */
export function problemOf({ status, code, detail, reason, particulars }: Problem): Failure {
  if (reason) return explained(detail, reason, particulars);
  if (status === 0) return { sentence: t('http.away'), detail: '' };
  if (code.startsWith('REFUSAL_CODE_') && code !== 'REFUSAL_CODE_MALFORMED')
    return { sentence: refusal(code), detail: '' };
  if (status === 401 || status === 403) return { sentence: t('http.notPermitted'), detail: '' };
  if (status === 404 || status === 405 || status === 501)
    return { sentence: t('http.missing'), detail: '' };
  return { sentence: t(status === 413 ? 'http.tooLarge' : 'http.failed'), detail };
}
