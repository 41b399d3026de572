export { default as CornerCode } from './CornerCode.svelte';
export { default as List } from './List.svelte';
export { default as Overlay } from './Overlay.svelte';
export { default as QuestionsCode } from './QuestionsCode.svelte';
export { default as SleepHint } from '$kit/components/SleepHint.svelte';
export { default as TestPicture } from './TestPicture.svelte';
export { default as TimerOnly } from './TimerOnly.svelte';
