import type { Delegation, Inscription } from '$kit/protocol';
import { listed, type TitleOf } from './titles';
import { both, said, t, type Said } from './words';

/** The kind of a turn at the floor, where it is more than a statement. */
export type Turn =
  | { kind: 'statement' }
  | { kind: 'read-by'; reader: Delegation }
  /** `to`: whom it addresses; the whole panel if empty. */
  | { kind: 'follow-up' | 'question'; to: Delegation[] }
  /** The `place`th of `of` answers, which share their time. */
  | { kind: 'answer'; place: number; of: number }
  | { kind: 'right-of-reply' }
  | { kind: 'point-of-order' };

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
      return { kind: 'answer', place: round.indexOf(inscription) + 1, of: round.length };
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
      const to = listed(turn.to.map(titleOf));
      return said(t(`turn.${turn.kind}-to`, { to }), t.second(`turn.${turn.kind}`));
    }
    case 'answer':
      if (turn.of === 1) return both(t, 'turn.answer');
      return both(t, 'turn.answer-of', { place: turn.place, of: turn.of });
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
