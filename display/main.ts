import { afterFirstRender } from '$kit/after_first_render';
import { keepAwake } from '$kit/awake.svelte';
import { startScreen } from '$kit/start';
import Display from './Display.svelte';
import './display.css';
import { fullScreenOnRequest } from './full_screen';
import { lazy } from './lazy';
import { optionsOnRequest } from './options.svelte';
import { hideIdleCursor } from './idle_cursor';

keepAwake();
fullScreenOnRequest();
hideIdleCursor();
optionsOnRequest();
void startScreen(Display)
  .then(afterFirstRender)
  .then(lazy)
  .catch(() => {});
