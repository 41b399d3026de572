/** The sections of the page, in the order of their keys. */
export const tabs = [
  'floor',
  'programme',
  'roll',
  'screens',
  'cards',
  'names',
  'figures',
  'record',
] as const;

export type Tab = (typeof tabs)[number];

/** The section that an address names (`#room=…&token=…&tab=roll`); the first where it names none. */
export function tabOf(fragment: string): Tab {
  const named = new URLSearchParams(fragment.replace(/^#/, '')).get('tab');
  return tabs.find((tab) => tab === named) ?? tabs[0];
}

/** The same address with another section. What else it says stays. */
export function withTab(fragment: string, tab: Tab): string {
  const said = new URLSearchParams(fragment.replace(/^#/, ''));
  said.set('tab', tab);
  return `#${said}`;
}
