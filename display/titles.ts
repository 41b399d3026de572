import { common } from '$kit/i18n/common';
import { listed as joined } from '$kit/i18n/listed';
import { language, secondLanguage } from '$kit/i18n/words.svelte';
import { plateTitle } from '$kit/plates';
import type { Delegation, State } from '$kit/protocol';
import { stateName } from '$kit/state_name';
import { both, said, type Said } from './words';

/** A delegation's title in the languages of the screen. */
export type TitleOf = (delegation: Delegation) => Said;

/** @param state the State under Review of the meeting */
export function titlesIn(state: State | undefined): TitleOf {
  return (delegation) => {
    if (delegation.kind === 'DELEGATION_KIND_MODERATOR') return both(common, 'kind.moderator');
    const second = secondLanguage();
    return said(
      plateTitle(delegation, state, language()),
      second && plateTitle(delegation, state, second),
    );
  };
}

/** The short title that the secretariat gave an organisation, or else its title. */
export const shortly =
  (titleOf: TitleOf): TitleOf =>
  (delegation) =>
    delegation.shortTitle && !delegation.stateCode
      ? said(delegation.shortTitle, undefined)
      : titleOf(delegation);

export function stateTitle(state: State | undefined): Said {
  if (!state) return said('', undefined);
  const second = secondLanguage();
  return said(stateName(state, language()), second && stateName(state, second));
}

/** Several titles in one: `A, B and C`. */
export const listed = (titles: readonly Said[]): string => joined(titles.map(({ first }) => first));
