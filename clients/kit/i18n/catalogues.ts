import type { Language } from './languages';

/**
 * The only place that finds the languages: each is a folder of catalogues. English is built into the
 * screens, so its folder is left out here.
 */
const files = import.meta.glob<{ default: object }>(['./*/*.json', '!./en/*.json'], {
  base: '../languages',
});

/** @param name of the file in the language's folder */
export async function fetchCatalogue<C extends object>(
  language: Language,
  name: string,
): Promise<C> {
  return (await files[`./${language}/${name}.json`]!()).default as C;
}
