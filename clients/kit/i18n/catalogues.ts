import type { Language } from './languages';

/** Each language is a folder of catalogues. English is built into the screens, and not fetched. */
const files = import.meta.glob<{ default: object }>(['./*/*.json', '!./en/*.json'], {
  base: '../languages',
});

/** @param name of the file in the language's folder */
export async function fetchCatalogue<C extends object>(language: Language, name: string) {
  return (await files[`./${language}/${name}.json`]!()).default as C;
}
