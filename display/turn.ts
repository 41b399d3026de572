import { answerOf, namedAskers, type Answer } from '$kit/answers';
import { common } from '$kit/i18n/common';
import type { Delegation, Inscription, Room } from '$kit/protocol';
import { delegationOf } from '$kit/room';
import { listed, shortly, type TitleOf } from './titles';
import { both, said, t, type Said } from './words';

/** The kind of a turn at the floor, where it is more than a statement. */
export type Turn =
  | { kind: 'statement' }
  | { kind: 'read-by'; reader: Delegation }
  /** `to`: whom it addresses; the whole panel if empty. */
  | { kind: 'follow-up' | 'question'; to: Delegation[] }
  | ({ kind: 'answer' } & Answer)
  | { kind: 'right-of-reply' }
  | { kind: 'point-of-order' };

export function turnOf(
  inscription: Inscription | undefined,
  speaker: Delegation,
  room: Room,
): Turn {
  const to = () => (inscription?.addressedTo ?? []).flatMap((id) => delegationOf(room, id) ?? []);
  switch (inscription?.kind) {
    case 'INSCRIPTION_KIND_FOLLOW_UP':
      return { kind: 'follow-up', to: to() };
    case 'INSCRIPTION_KIND_QUESTION':
      return { kind: 'question', to: to() };
    case 'INSCRIPTION_KIND_ANSWER':
      return { kind: 'answer', ...answerOf(room, inscription) };
    case 'INSCRIPTION_KIND_RIGHT_OF_REPLY':
      return { kind: 'right-of-reply' };
    case 'INSCRIPTION_KIND_POINT_OF_ORDER':
      return { kind: 'point-of-order' };
    default: {
      const reader =
        speaker.standing === 'STANDING_READ_BY'
          ? delegationOf(room, speaker.readerDelegationId)
          : undefined;
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
      const to = listed(turn.to.map(shortly(titleOf)));
      return said(t(`turn.${turn.kind}-to`, { to }), t.second(`turn.${turn.kind}`));
    }
    case 'answer': {
      const { place, of } = turn;
      const answer = both(common, of === 1 ? 'answer' : 'answer.of', { place, of });
      const askers = namedAskers(turn);
      if (askers.length === 0) return answer;
      const asked = common('answer.asked-by', {
        count: askers.length,
        askers: listed(askers.map(shortly(titleOf))),
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
