import { common } from './i18n/common';
import { emptyChairKey, type Next } from './next';
import { listed } from './i18n/listed';
import { titleOn } from './plates';
import type { Delegation } from './protocol';
import type { RoomScreen } from './room_screen.svelte';

/** The answers to come, and who gives them. */
export function answersName(titles: string[], toPanel: boolean): string {
  return toPanel ? common('next.answerPanel') : common('next.answer', { who: listed(titles) });
}

/** What comes next in the language of the screen: a label, what it names, and a word about that. */
export interface NextSaid {
  label: string;
  what: string;
  about: string;
}

export function nextOn(screen: Pick<RoomScreen, 'meeting' | 'next'>): NextSaid | undefined {
  const { next } = screen;
  return next && sayNext(next, (one) => titleOn(screen, one));
}

function sayNext(next: Next, titleOf: (delegation: Delegation) => string): NextSaid {
  if (next.kind === 'answers') {
    const what = answersName(next.answering.map(titleOf), next.toPanel);
    return { label: common('next'), what, about: '' };
  }
  const { delegation } = next.row;
  const key = next.kind === 'emptyChair' ? emptyChairKey(delegation) : undefined;
  return {
    label: common(next.kind === 'return' ? 'next.returns' : 'next'),
    what: titleOf(delegation),
    about: key ? common(key) : '',
  };
}
