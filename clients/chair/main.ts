import { keepAwake } from '$kit/awake';
import { stayOnBack } from '$kit/modal';
import { startScreen } from '$kit/start';
import Chair from './Chair.svelte';
import './chair.css';
import { applyTheme } from '$kit/preferences.svelte';

applyTheme();
keepAwake();
stayOnBack();
void startScreen(Chair);
