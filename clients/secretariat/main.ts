import { stayOnBack } from '$kit/modal';
import { startScreen } from '$kit/start';
import { applyTheme } from '$kit/preferences.svelte';
import Secretariat from './Secretariat.svelte';
import './secretariat.css';
import './print.css';

applyTheme();
stayOnBack();
void startScreen(Secretariat);
