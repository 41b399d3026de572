import { words } from '$kit/i18n/words.svelte';
import en from '$kit/languages/en/lobby.json';

export const t = words(en, import.meta.glob(['$kit/languages/*/lobby.json', '!**/en/*']));
