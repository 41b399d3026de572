import { isolated } from './format';
import { localeOf } from './languages';
import { language } from './words.svelte';

/** `A, B and C`, as the language of the screen writes it; each name in its own direction. */
export function listed(names: readonly string[]): string {
  const apart = names.map((name) => isolated(name, language()));
  return new Intl.ListFormat(localeOf(language())).format(apart);
}
