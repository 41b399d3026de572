import { answerOf, namedAskers } from './answers';
import { common } from './i18n/common';
import { listed } from './i18n/listed';
import type { Delegation, Inscription, Room } from './protocol';

/** An answer as every screen says it: which of how many, and whose question it is for. */
export interface AnswerSaid {
  which: string;
  /** Empty if nobody, or too many, have asked. */
  askedBy: string;
  /** With other answers. */
  sharesTime: boolean;
}

/** Undefined for what is no answer. */
export function answerSaid(
  room: Room,
  inscription: Inscription | undefined,
  titleOf: (delegation: Delegation) => string,
): AnswerSaid | undefined {
  if (inscription?.kind !== 'INSCRIPTION_KIND_ANSWER') return undefined;
  const answer = answerOf(room, inscription);
  const { place, of } = answer;
  const askers = namedAskers(answer).map(titleOf);
  return {
    which: common(of === 1 ? 'answer' : 'answer.of', { place, of }),
    askedBy: askers.length
      ? common('answer.asked-by', { count: askers.length, askers: listed(askers) })
      : '',
    sharesTime: of > 1,
  };
}
