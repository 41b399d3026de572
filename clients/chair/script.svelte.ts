import { fetchCatalogue } from '$kit/i18n/catalogues';
import { format } from '$kit/i18n/format';
import { directionOf, languageFor, type Language } from '$kit/i18n/languages';
import { language } from '$kit/i18n/words.svelte';
import en from '$kit/languages/en/script.json';
import { plateTitle } from '$kit/plates';
import type { Room } from '$kit/protocol';
import { delegationOf } from '$kit/room';
import { fetchShortNames } from '$kit/short_names';
import { recall, remember } from '$kit/site_data';
import { stateName } from '$kit/state_name';
import { sentencesOf } from './model/script';

/** The words for the chair to say, in the language of the meeting, which this tablet may not speak. */

const others = import.meta.glob(['$kit/languages/*/script.json', '!**/en/*']);
const SAVED = 'rostrum.script-language';

let chosen = $state<Language | undefined>(languageFor(recall(SAVED)));

/** Undefined: the language of the tablet. */
export const scriptLanguage = (): Language | undefined => chosen;

export function chooseScriptLanguage(wanted: Language | undefined): void {
  remember(SAVED, wanted ?? '');
  chosen = wanted;
}

/** What to say next in a room, in one language. */
type Script = (room: Room, now: number) => string;

async function scriptIn(wanted: Language): Promise<Script> {
  await fetchShortNames(wanted);
  const words = wanted === 'en' ? en : await fetchCatalogue<typeof en>(others, wanted);
  return (room, now) => {
    const { meeting } = room;
    const titleOf = (id: string | undefined) => {
      const delegation = id ? delegationOf(room, id) : undefined;
      return delegation ? plateTitle(delegation, meeting?.state, wanted) : '';
    };
    const state = meeting?.state ? stateName(meeting.state, wanted) : '';
    return sentencesOf(room, now)
      .map(({ key, who, reader, name }) =>
        format(
          words[key],
          { state, who: titleOf(who), reader: titleOf(reader), name: name ?? '' },
          wanted,
        ),
      )
      .join(' ');
  };
}

/** The words to say in the chosen language, once they are loaded. */
export class SpokenScript {
  #spoken = $state.raw<{ say: Script; lang: Language }>();
  lang = $derived(this.#spoken?.lang);
  dir = $derived(this.lang && directionOf(this.lang));

  /** Within a component. */
  constructor() {
    $effect(() => {
      const lang = scriptLanguage() ?? language();
      void scriptIn(lang).then((say) => (this.#spoken = { say, lang }));
    });
  }

  say = (room: Room, now: number): string => this.#spoken?.say(room, now) ?? '';
}
