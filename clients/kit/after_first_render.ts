/** Longer than a screen takes from the end of loading until it shows its room. */
const RENDER_MS = 1500;

/** Resolves when the page has rendered: what is needed only later loads after that. */
export function afterFirstRender(): Promise<void> {
  return new Promise((shown) => {
    const wait = () => setTimeout(shown, RENDER_MS);
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait, { once: true });
  });
}
