import Answers from './Answers.svelte';
import Contributions from './Contributions.svelte';
import Desk from './Desk.svelte';
import Display from './Display.svelte';
import EmptyChair from './EmptyChair.svelte';
import FitHour from './FitHour.svelte';
import Inscribe from './Inscribe.svelte';
import Meetings from './Meetings.svelte';
import Notice from './Notice.svelte';
import Order from './Order.svelte';
import PassOn from './PassOn.svelte';
import Questions from './Questions.svelte';
import Settings from './Settings.svelte';
import Speaker from './Speaker.svelte';

/** The dialogs over the tablet, by the commands that open them. One is open at a time. */
export const dialogs = {
  meetings: Meetings,
  notice: Notice,
  desk: Desk,
  display: Display,
  help: Settings,
  speaker: Speaker,
  passOn: PassOn,
  questions: Questions,
  inscribe: Inscribe,
  contributions: Contributions,
  answers: Answers,
  emptyChair: EmptyChair,
  fit: FitHour,
  order: Order,
};

export type DialogName = keyof typeof dialogs;
