import type { Language } from '$kit/i18n/languages';
import type { Card, Delegation, MeetingSummary } from '$kit/protocol';
import { stateName } from '$kit/state_name';
import { memberStates, observerStates } from '$kit/states';
import type { NewCard } from '../cards/card_store.svelte';

const states: readonly string[] = [...memberStates, ...observerStates];

/** In whose name a card asks: a State as the United Nations calls it, others as they call themselves. */
export function holderName({ holder }: Card, language: Language): string {
  if (!holder?.stateCode) return holder?.name ?? '';
  return stateName({ code: holder.stateCode, name: holder.stateCode }, language);
}

/** A line of the form: a name, or a State's code, and after a semicolon what the house's sign-on says of it. */
export function readHolders(lines: string): NewCard[] {
  return lines
    .split('\n')
    .map((line) => {
      const [name = '', ...rest] = line.split(';');
      return { name: name.trim(), identity: rest.join(';').trim() };
    })
    .filter(({ name }) => name !== '')
    .map(({ name, identity }) => ({
      holder: states.includes(name) ? { stateCode: name } : { name },
      identity,
    }));
}

/** Those of these States that have no card of their own. */
export function statesWithout(cards: readonly Card[], codes: readonly string[]): string[] {
  const having = new Set(cards.map(({ holder }) => holder?.stateCode));
  return codes.filter((code) => !having.has(code));
}

/** Those that open nothing here any more: of plates of meetings that have left this room. */
export function withoutMeeting(
  cards: readonly Card[],
  meetings: readonly Pick<MeetingSummary, 'id'>[],
): Card[] {
  const here = new Set(['', ...meetings.map(({ id }) => id)]);
  return cards.filter(({ holder }) => !here.has(holder?.meetingId ?? ''));
}

/** The plates of a meeting's panel that have no card: not the State under Review, which has a State's. */
export function platesWithout<Plate extends Pick<Delegation, 'id' | 'kind' | 'title'>>(
  cards: readonly Card[],
  meetingId: string,
  plates: readonly Plate[],
): Plate[] {
  const has = (plate: Plate) =>
    cards.some(
      ({ holder }) =>
        holder?.meetingId === meetingId &&
        holder.delegationId === plate.id &&
        holder.name === plate.title.trim(),
    );
  return plates.filter(
    (plate) => plate.kind !== 'DELEGATION_KIND_STATE_UNDER_REVIEW' && !has(plate),
  );
}

export const ofPlate = (
  meetingId: string,
  { id, title }: Pick<Delegation, 'id' | 'title'>,
): NewCard => ({
  holder: { name: title, delegationId: id, meetingId },
  identity: '',
});
