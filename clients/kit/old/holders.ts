import { styleRules, whenPageChanges } from './rules';

/**
 * `:has()` for browsers that lack it. The build for old browsers writes `[data-has~="…"]`, with the selector in
 * base64; this marks what has it.
 */
export function markHolders(): void {
  const mark = () => {
    const marks = new Map<Element, string[]>();
    for (const name of namesOf(styleRules()))
      for (const holder of holdersOf(atob(name.replace(/-/g, '+').replace(/_/g, '/'))))
        marks.set(holder, [...(marks.get(holder) ?? []), name]);
    for (const old of document.querySelectorAll('[data-has]'))
      if (!marks.has(old)) old.removeAttribute('data-has');
    for (const [holder, names] of marks) holder.setAttribute('data-has', names.join(' '));
  };
  whenPageChanges(mark);
  for (const event of ['change', 'focusin', 'focusout']) addEventListener(event, mark);
}

function namesOf(rules: CSSStyleRule[]): Set<string> {
  const text = rules.map(({ selectorText }) => selectorText).join();
  return new Set([...text.matchAll(/\[data-has~="([\w-]+)"\]/g)].map(([, name]) => name!));
}

function* holdersOf(selector: string): Iterable<Element> {
  const beside = /^\s*\+/.test(selector);
  for (const held of found(selector.replace(/^\s*[+>]/, ''))) {
    if (beside) {
      if (held.previousElementSibling) yield held.previousElementSibling;
      continue;
    }
    for (let holder = held.parentElement; holder; holder = holder.parentElement) yield holder;
  }
}

/** Nothing for a selector that this browser does not know either: `:focus-visible`. */
function found(selector: string): Iterable<Element> {
  try {
    return document.querySelectorAll(selector);
  } catch {
    return [];
  }
}
