import { styleRules, whenPageChanges } from './rules';

/**
 * Container query units for browsers that have none. The build for old browsers writes `calc(33 * var(--cqi))` for
 * `33cqi`, and marks the rules of containers; this measures the containers.
 */
export function measureContainers(): void {
  const resized = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) measure(target, contentRect);
  });
  const seen = new WeakSet<Element>();
  whenPageChanges(() => {
    const containers = styleRules()
      .filter(({ style }) => style.getPropertyValue('--container'))
      .map(({ selectorText }) => selectorText);
    if (containers.length === 0) return;
    for (const each of document.querySelectorAll(containers.join())) {
      if (seen.has(each)) continue;
      seen.add(each);
      measure(each, each.getBoundingClientRect());
      resized.observe(each);
    }
  });
}

function measure(container: Element, { width, height }: { width: number; height: number }): void {
  if (!(container instanceof HTMLElement)) return;
  container.style.setProperty('--cqi', `${width / 100}px`);
  container.style.setProperty('--cqb', `${height / 100}px`);
}
