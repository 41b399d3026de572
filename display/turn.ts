import type { Delegation, Inscription } from '$kit/protocol';
import { listed, shortly, type TitleOf } from './titles';
import { both, said, t, type Said } from './words';

/** The kind of a turn at the floor, where it is more than a statement. */
export type Turn =
  | { kind: 'statement' }
  | { kind: 'read-by'; reader: Delegation }
  /** `to`: whom it addresses; the whole panel if empty. */
  | { kind: 'follow-up' | 'question'; to: Delegation[] }
  /** The `place`th of `of` answers, which share their time, to the questions of `askers`. */
  | { kind: 'answer'; place: number; of: number; askers: Delegation[] }
  | { kind: 'right-of-reply' }
  | { kind: 'point-of-order' };

/** More askers would not be legible. */
const MOST_ASKERS = 3;

/** @param find a delegation by its id */
export function turnOf(
  inscription: Inscription | undefined,
  speaker: Delegation,
  inscriptions: readonly Inscription[],
  find: (id: string) => Delegation | undefined,
): Turn {
  const to = () => (inscription?.addressedTo ?? []).flatMap((id) => find(id) ?? []);
  switch (inscription?.kind) {
    case 'INSCRIPTION_KIND_FOLLOW_UP':
      return { kind: 'follow-up', to: to() };
    case 'INSCRIPTION_KIND_QUESTION':
      return { kind: 'question', to: to() };
    case 'INSCRIPTION_KIND_ANSWER': {
      const round = inscriptions.filter(
        ({ kind, roundId }) =>
          kind === 'INSCRIPTION_KIND_ANSWER' && roundId === inscription.roundId,
      );
      const asked = questionsBefore(round[0]!, inscriptions, speaker.id);
      const askers = asked.flatMap(({ delegationId }) => find(delegationId) ?? []);
      return { kind: 'answer', place: round.indexOf(inscription) + 1, of: round.length, askers };
    }
    case 'INSCRIPTION_KIND_RIGHT_OF_REPLY':
      return { kind: 'right-of-reply' };
    case 'INSCRIPTION_KIND_POINT_OF_ORDER':
      return { kind: 'point-of-order' };
    default: {
      const reader =
        speaker.standing === 'STANDING_READ_BY' ? find(speaker.readerDelegationId) : undefined;
      return reader ? { kind: 'read-by', reader } : { kind: 'statement' };
    }
  }
}

/** The questions that a round answers, and that are for this delegation: those heard since the round before it. */
function questionsBefore(
  answer: Inscription,
  inscriptions: readonly Inscription[],
  delegationId: string,
): Inscription[] {
  const before = inscriptions.slice(0, inscriptions.indexOf(answer));
  const last = before.map(({ kind }) => kind).lastIndexOf('INSCRIPTION_KIND_ANSWER');
  return before
    .slice(last + 1)
    .filter(
      ({ kind, status, addressedTo }) =>
        (kind === 'INSCRIPTION_KIND_QUESTION' || kind === 'INSCRIPTION_KIND_FOLLOW_UP') &&
        status === 'INSCRIPTION_STATUS_SPOKEN' &&
        (addressedTo.length === 0 || addressedTo.includes(delegationId)),
    );
}

/** The turn in words; undefined for a plain statement. The second language does not repeat names. */
export function sayTurn(turn: Turn, titleOf: TitleOf): Said | undefined {
  switch (turn.kind) {
    case 'statement':
      return undefined;
    case 'read-by': {
      const { first: reader } = titleOf(turn.reader);
      return said(t('turn.read-by', { reader }), t.second('turn.read'));
    }
    case 'follow-up':
    case 'question': {
      if (turn.to.length === 0) return both(t, `turn.${turn.kind}`);
      const to = listed(turn.to.map(shortly(titleOf)));
      return said(t(`turn.${turn.kind}-to`, { to }), t.second(`turn.${turn.kind}`));
    }
    case 'answer': {
      const key = turn.of === 1 ? 'turn.answer' : 'turn.answer-of';
      const { place, of } = turn;
      const answer = both(t, key, { place, of });
      if (turn.askers.length === 0 || turn.askers.length > MOST_ASKERS) return answer;
      const asked = t('turn.asked-by', {
        count: turn.askers.length,
        askers: listed(turn.askers.map(shortly(titleOf))),
      });
      return said(`${answer.first} · ${asked}`, answer.second);
    }
    case 'right-of-reply':
    case 'point-of-order':
      return both(t, `turn.${turn.kind}`);
  }
}

/** The line under a speaker's title: the person, unless withheld, and the subject. */
export function detailsOf(speaker: Delegation): Said {
  const person = speaker.nameWithheld
    ? both(t, 'name-withheld')
    : said(speaker.speakerName, undefined);
  const join = (name: string) => [name, speaker.subject].filter(Boolean).join(' · ');
  return { first: join(person.first), second: person.second };
}

/** The label of the time: the speaker's own, or the shared time of a round of answers. */
export function sayAllotted(turn: Turn): Said {
  return both(t, turn.kind === 'answer' && turn.of > 1 ? 'allotted.round' : 'allotted');
}
