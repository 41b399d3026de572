let visible = $state(!document.hidden);
document.addEventListener('visibilitychange', () => (visible = !document.hidden));

/** Whether this page is in front, on a device that is awake. Reactive. */
export const isVisible = (): boolean => visible;
