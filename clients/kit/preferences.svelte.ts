/** The settings of this device, for the chair's tablet and the secretariat's page. */

import { recall, remember } from './site_data';

export const themes = ['asDevice', 'bright', 'dark'] as const;
export type Theme = (typeof themes)[number];

const THEME = 'rostrum.theme';
const KEYS = 'rostrum.keys';
const PEDAL = 'rostrum.pedal';

let theme = $state<Theme>(themes.find((each) => each === recall(THEME)) ?? 'asDevice');
let keys = $state(recall(KEYS) !== 'off');
let pedal = $state(recall(PEDAL) === 'on');

export function chosenTheme(): Theme {
  return theme;
}

export function chooseTheme(wanted: Theme): void {
  remember(THEME, wanted);
  theme = wanted;
  applyTheme();
}

export function applyTheme(): void {
  const { dataset } = document.documentElement;
  if (theme === 'asDevice') delete dataset.theme;
  else dataset.theme = theme === 'dark' ? 'dark' : 'light';
}

/** Whether single keys act. Speech input types them by accident: its users switch this off. */
export function keysOn(): boolean {
  return keys;
}

export function switchKeys(wanted: boolean): void {
  remember(KEYS, wanted ? 'on' : 'off');
  keys = wanted;
}

/** Whether the keys of a presenter's clicker or a foot pedal act. Off at first: they are also keys of a keyboard. */
export function pedalOn(): boolean {
  return pedal;
}

export function switchPedal(wanted: boolean): void {
  remember(PEDAL, wanted ? 'on' : 'off');
  pedal = wanted;
}
