import { common } from '$kit/i18n/common';
import { emptyChairKey, type Next } from '$kit/next';
import type { Ruled } from '$kit/room';
import { listed, shortly, type TitleOf } from './titles';
import { both, said, t, type Said } from './words';

/** What comes next, in words: a label, what it names, and what is to be known about that. */
export interface NextSaid {
  label: Said;
  what: Said;
  about: Said | undefined;
}

export function sayNext(next: Next, titleOf: TitleOf): NextSaid {
  const label = both(common, next.kind === 'return' ? 'next.returns' : 'next');
  if (next.kind === 'answers') {
    const askers = next.questions.map(({ delegation }) => delegation);
    const by = { count: askers.length, askers: listed(askers.map(shortly(titleOf))) };
    return {
      label,
      what: sayAnswers(next, titleOf),
      about: said(common('answer.asked-by', by), undefined),
    };
  }
  const { delegation } = next.row;
  const key = next.kind === 'emptyChair' ? emptyChairKey(delegation) : undefined;
  return { label, what: titleOf(delegation), about: key && both(common, key) };
}

/** How the chair ruled, where else the display says what comes next. */
export function sayRuling({ ruling, delegation }: Ruled, titleOf: TitleOf): NextSaid {
  return {
    label: both(t, 'turn.point-of-order'),
    what: both(common, `ruling.${ruling}`),
    // In one language: it has one line.
    about: said(titleOf(delegation).first, undefined),
  };
}

function sayAnswers(
  { answering, toPanel }: Extract<Next, { kind: 'answers' }>,
  titleOf: TitleOf,
): Said {
  if (toPanel) return both(common, 'next.answerPanel');
  return said(common('next.answer', { who: listed(answering.map(shortly(titleOf))) }), undefined);
}
