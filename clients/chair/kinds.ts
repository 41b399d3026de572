import { length } from '$kit/countdown';
import { common } from '$kit/i18n/common';
import { language } from '$kit/i18n/words.svelte';
import { listed } from '$kit/i18n/listed';
import { plateTitle } from '$kit/plates';
import type { Inscription, Room } from '$kit/protocol';
import { contributionsOf } from './model/contributions';
import { delegationOf } from './model/list';
import { t } from './words';

const kinds = {
  INSCRIPTION_KIND_UNSPECIFIED: undefined,
  INSCRIPTION_KIND_SUR_STATEMENT: undefined,
  INSCRIPTION_KIND_PANEL_STATEMENT: undefined,
  INSCRIPTION_KIND_FOLLOW_UP: 'kind.followUp',
  INSCRIPTION_KIND_QUESTION: 'kind.question',
  INSCRIPTION_KIND_ANSWER: 'kind.answer',
  INSCRIPTION_KIND_RIGHT_OF_REPLY: 'kind.reply',
  INSCRIPTION_KIND_POINT_OF_ORDER: 'kind.pointOfOrder',
} as const;

/** What an entry is, in a word or two; empty for a statement of the panel or the State. */
export function kindOf({ kind }: Inscription): string {
  const key = kinds[kind];
  return key ? t(key) : '';
}

/** What became of an entry whose turn is over, in a word; empty if it has spoken. */
export function outcomeOf({ status, ruling }: Inscription): string {
  if (ruling !== 'RULING_UNSPECIFIED') return common(`ruling.${ruling}`);
  if (status === 'INSCRIPTION_STATUS_DECLINED') return t('list.declined');
  if (status === 'INSCRIPTION_STATUS_EMPTY_CHAIR') return t('list.emptyChair');
  return '';
}

/** What a delegation has said so far in this meeting, in words; empty if it has not spoken. */
export function saidSoFar(room: Room, delegationId: string): string {
  const said = contributionsOf(room).get(delegationId);
  return said ? t('list.soFar', { count: said.statements, time: length(said.spokenMs) }) : '';
}

/** Whom a question is meant for, in a sentence; empty for the whole panel. */
export function meantFor(room: Room, { addressedTo }: Inscription): string {
  const names = addressedTo.flatMap((id) => {
    const delegation = delegationOf(room, id);
    return delegation ? [plateTitle(delegation, room.meeting?.state, language())] : [];
  });
  return names.length > 0 ? t('question.meantFor', { who: listed(names) }) : '';
}
