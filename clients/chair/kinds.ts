import { directionOf } from '$kit/i18n/languages';
import { language } from '$kit/i18n/words.svelte';
import { plateTitle } from '$kit/plates';
import {
  InscriptionKind,
  InscriptionStatus,
  Ruling,
  type Inscription,
  type Room,
} from '$proto/room_pb';
import { delegationOf } from './model/list';
import { t } from './words';

const kinds = {
  [InscriptionKind.UNSPECIFIED]: undefined,
  [InscriptionKind.SUR_STATEMENT]: undefined,
  [InscriptionKind.PANEL_STATEMENT]: undefined,
  [InscriptionKind.FOLLOW_UP]: 'kind.followUp',
  [InscriptionKind.QUESTION]: 'kind.question',
  [InscriptionKind.ANSWER]: 'kind.answer',
  [InscriptionKind.RIGHT_OF_REPLY]: 'kind.reply',
  [InscriptionKind.POINT_OF_ORDER]: 'kind.pointOfOrder',
} as const;

/** What an entry is, in a word or two; empty for a statement, which its plate tells. */
export function kindOf({ kind }: Inscription): string {
  const key = kinds[kind];
  return key ? t(key) : '';
}

const rulings = {
  [Ruling.UNSPECIFIED]: undefined,
  [Ruling.UPHELD]: 'ruling.upheld',
  [Ruling.REJECTED]: 'ruling.rejected',
  [Ruling.NOTED]: 'ruling.noted',
} as const;

/** What became of an entry whose turn is over, in a word; empty where it has spoken. */
export function outcomeOf({ status, ruling }: Inscription): string {
  const ruled = rulings[ruling];
  if (ruled) return t(ruled);
  if (status === InscriptionStatus.DECLINED) return t('list.declined');
  if (status === InscriptionStatus.EMPTY_CHAIR) return t('list.emptyChair');
  return '';
}

/** Whom a question is meant for, in a sentence; empty for the whole panel. */
export function meantFor(room: Room, { addressedTo }: Inscription): string {
  const names = addressedTo.flatMap((id) => {
    const delegation = delegationOf(room, id);
    return delegation ? [plateTitle(delegation, room.meeting?.state, language())] : [];
  });
  return names.length > 0 ? t('question.meantFor', { who: listed(names) }) : '';
}

/** `A, B and C`, as the language writes it; each name in its own direction. */
export function listed(names: string[]): string {
  const rightToLeft = directionOf(language()) === 'rtl';
  const apart = rightToLeft ? names.map((name) => `\u2068${name}\u2069`) : names;
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(apart);
}
