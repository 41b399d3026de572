/** The style rules of every sheet that has arrived, also within media queries. */
export function styleRules(): CSSStyleRule[] {
  return [...document.styleSheets].flatMap((sheet) => within(rulesOf(sheet)));
}

function within(rules: Iterable<CSSRule>): CSSStyleRule[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return [rule];
    return rule instanceof CSSGroupingRule ? within(rule.cssRules) : [];
  });
}

/** None of a sheet that has not arrived. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}

/** Calls it now, whenever the page changes, and when a style sheet arrives. */
export function whenPageChanges(then: () => void): void {
  new MutationObserver(then).observe(document, { childList: true, subtree: true });
  addEventListener('load', then, true);
  then();
}
