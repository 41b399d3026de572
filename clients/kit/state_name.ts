import type { Language } from './i18n/languages';
import type { State } from './protocol';
import { shortNames } from './short_names';

/** A State's name in a language, as the United Nations uses it. */
export function stateName(state: Pick<State, 'code' | 'name'>, language: Language): string {
  return nameOf(state.code, language) ?? state.name;
}

/** By ISO 3166 code; undefined for an unknown one. */
export function nameOf(code: string, language: Language): string | undefined {
  return shortNames(language)[code] ?? ofPlatform(code, language);
}

const platform = new Map<Language, Intl.DisplayNames>();

/** The name in everyday use, which may differ from the United Nations'. */
export function ofPlatform(code: string, language: Language): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  const names =
    platform.get(language) ??
    new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  platform.set(language, names);
  return names.of(code);
}
