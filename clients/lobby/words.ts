import { words } from '$kit/i18n/words.svelte';
import en from '$kit/languages/en/lobby.json';

export const t = words('lobby', en);
