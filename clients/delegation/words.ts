import { words } from '$kit/i18n/words.svelte';
import en from '$kit/languages/en/delegation.json';

export const t = words(en, import.meta.glob(['$kit/languages/*/delegation.json', '!**/en/*']));
