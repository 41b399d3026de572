import { keepAwake } from '$kit/awake.svelte';
import { stayOnBack } from '$kit/modal';
import { startScreen } from '$kit/start';
import Chair from './Chair.svelte';
import './chair.css';
import { watchKeyboard } from '$kit/keyboard.svelte';
import { applyTheme } from '$kit/preferences.svelte';

applyTheme();
watchKeyboard();
keepAwake();
stayOnBack();
void startScreen(Chair);
