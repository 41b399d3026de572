import { afterFirstRender } from '$kit/after_first_render';
import { keepAwake } from '$kit/awake';
import { startScreen } from '$kit/start';
import Display from './Display.svelte';
import './display.css';
import { fullScreenOnRequest } from './full_screen';
import { lazy } from './lazy';
import { hideIdleCursor } from './idle_cursor';

keepAwake();
fullScreenOnRequest();
hideIdleCursor();
void startScreen(Display)
  .then(afterFirstRender)
  .then(lazy)
  .catch(() => {});
