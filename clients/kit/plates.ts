import { common } from './i18n/common';
import type { Language } from './i18n/languages';
import { language } from './i18n/words.svelte';
import type { Delegation, DelegationKind, State } from './protocol';
import type { RoomScreen } from './room_screen.svelte';
import { stateName } from './state_name';

/** The title on a plate: a State in the reader's language, an organisation as it calls itself. */
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

/** The title on a plate in the language of the screen; empty without a plate. */
export function titleOn({ meeting }: Pick<RoomScreen, 'meeting'>, delegation?: Delegation): string {
  return delegation ? plateTitle(delegation, meeting?.state, language()) : '';
}

const kinds: Partial<Record<DelegationKind, Parameters<typeof common>[0]>> = {
  DELEGATION_KIND_STATE_UNDER_REVIEW: 'kind.state-under-review',
  DELEGATION_KIND_NATIONAL_CSO: 'kind.national-cso',
  DELEGATION_KIND_INTERNATIONAL_CSO: 'kind.international-cso',
  DELEGATION_KIND_NHRI: 'kind.nhri',
  DELEGATION_KIND_MISSION: 'kind.mission',
  DELEGATION_KIND_ORGANISATION: 'kind.organisation',
};

/** The kind of a delegation; empty for an unknown one and the moderator, whose title says it. */
export function kindName(kind: DelegationKind): string {
  const name = kinds[kind];
  return name ? common(name) : '';
}
