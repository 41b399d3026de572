import forms from './states/forms.json';

/** Lower case, without accents, points and hyphens. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const words = (list: readonly string[]) => new Set(list.map(folded));
const nothing = words(forms.nothing);
const formal = words(forms.formal);
const same = new Map(Object.entries(forms.same));
const namesakes = new Set(forms.namesakes);

/** The words that say which State it is, sorted. Letters with points are one word. */
function keyWords(name: string): string[] {
  const all = folded(name)
    .replace(/\b([a-z]) (?=[a-z]\b)/g, '$1')
    .split(' ');
  const keys = all.filter((word) => word && !nothing.has(word));
  // AND is Andorra.
  return (keys.length > 0 ? keys : all).map((word) => same.get(word) ?? word).sort();
}

/** Codes of States by whole names, as the server reads those of a file (server/wire/sheet/state_text.cpp). */
export class WholeNames {
  readonly #codes = new Map<string, string>();

  /** The first State that has a name keeps it. */
  add(name: string, code: string): void {
    const key = keyWords(name).join(' ');
    if (key && !this.#codes.has(key)) this.#codes.set(key, code);
  }

  /** The code of the State that a whole text means, also by several names of it: "Eswatini (Swaziland)". */
  codeOf(text: string): string | undefined {
    const whole = this.#called(text);
    if (whole) return whole;
    const parts = text.split(/[()/,]/).filter((part) => part.trim());
    const codes = new Set(parts.map((part) => this.#called(part)));
    return codes.size === 1 ? [...codes][0] : undefined;
  }

  #called(text: string): string | undefined {
    const keys = keyWords(text);
    const exact = this.#codes.get(keys.join(' '));
    if (exact) return exact;
    const code = this.#codes.get(keys.filter((word) => !formal.has(word)).join(' '));
    return code && !namesakes.has(code) ? code : undefined;
  }
}
