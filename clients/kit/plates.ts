import { common } from './i18n/common';
import type { Language } from './i18n/languages';
import { language } from './i18n/words.svelte';
import type { Delegation, DelegationKind, State } from './protocol';
import type { RoomScreen } from './room_screen.svelte';
import { stateName } from './state_name';

/** What a plate says: a State in the reader's language, an organisation as it calls itself. */
export function plateTitle(
  delegation: Delegation,
  state: State | undefined,
  language: Language,
): string {
  if (delegation.stateCode) {
    return stateName({ code: delegation.stateCode, name: delegation.title }, language);
  }
  if (delegation.kind === 'DELEGATION_KIND_MODERATOR') return common('kind.moderator');
  const isState = delegation.kind === 'DELEGATION_KIND_STATE_UNDER_REVIEW';
  return isState && state ? stateName(state, language) : delegation.title;
}

/** What a plate says on a screen, in its language; empty where there is no plate. */
export function titleOn({ meeting }: Pick<RoomScreen, 'meeting'>, delegation?: Delegation): string {
  return delegation ? plateTitle(delegation, meeting?.state, language()) : '';
}

/** The kind of delegation, in words; empty when it was not told, or when the title tells it. */
export function kindName(kind: DelegationKind): string {
  switch (kind) {
    case 'DELEGATION_KIND_STATE_UNDER_REVIEW':
      return common('kind.state-under-review');
    case 'DELEGATION_KIND_NATIONAL_CSO':
      return common('kind.national-cso');
    case 'DELEGATION_KIND_INTERNATIONAL_CSO':
      return common('kind.international-cso');
    case 'DELEGATION_KIND_NHRI':
      return common('kind.nhri');
    case 'DELEGATION_KIND_MISSION':
      return common('kind.mission');
    case 'DELEGATION_KIND_MODERATOR':
    case 'DELEGATION_KIND_UNSPECIFIED':
      return '';
  }
}
