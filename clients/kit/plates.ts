import { DelegationKind, type Delegation, type State } from '$proto/room_pb';
import { common } from './i18n/common';
import type { Language } from './i18n/languages';
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
  if (delegation.kind === DelegationKind.MODERATOR) return common('kind.moderator');
  const isState = delegation.kind === DelegationKind.STATE_UNDER_REVIEW;
  return isState && state ? stateName(state, language) : delegation.title;
}

/** The kind of delegation, in words; empty when it was not told, or when the title tells it. */
export function kindName(kind: DelegationKind): string {
  switch (kind) {
    case DelegationKind.STATE_UNDER_REVIEW:
      return common('kind.state-under-review');
    case DelegationKind.NATIONAL_CSO:
      return common('kind.national-cso');
    case DelegationKind.INTERNATIONAL_CSO:
      return common('kind.international-cso');
    case DelegationKind.NHRI:
      return common('kind.nhri');
    case DelegationKind.MISSION:
      return common('kind.mission');
    case DelegationKind.MODERATOR:
    case DelegationKind.UNSPECIFIED:
      return '';
  }
}
