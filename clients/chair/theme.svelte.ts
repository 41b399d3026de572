/** A dark room or a bright one: as the device says, unless the chair decides. */
export const themes = ['asDevice', 'bright', 'dark'] as const;

export type Theme = (typeof themes)[number];

const SAVED = 'rostrum.theme';

const saved = themes.find((theme) => theme === localStorage.getItem(SAVED));

let current = $state<Theme>(saved ?? 'asDevice');

/** Reactive. */
export function theme(): Theme {
  return current;
}

/** Shows another theme, and saves it for the next visit. */
export function chooseTheme(wanted: Theme): void {
  localStorage.setItem(SAVED, wanted);
  current = wanted;
  applyTheme();
}

export function applyTheme(): void {
  const { dataset } = document.documentElement;
  if (current === 'asDevice') delete dataset.theme;
  else dataset.theme = current === 'dark' ? 'dark' : 'light';
}
