import { stayOnBack } from '$kit/modal';
import { startScreen } from '$kit/start';
import { watchKeyboard } from '$kit/keyboard.svelte';
import { applyTheme } from '$kit/preferences.svelte';
import Secretariat from './Secretariat.svelte';
import './secretariat.css';
import './print.css';

applyTheme();
watchKeyboard();
stayOnBack();
void startScreen(Secretariat);
