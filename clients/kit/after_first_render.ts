/** From the end of loading until a screen shows its room, with time to spare. */
const RENDER_MS = 1500;

/** Settles once a page has shown what it is there for: what it may need one day comes after that. */
export function afterFirstRender(): Promise<void> {
  return new Promise((shown) => {
    const wait = () => setTimeout(shown, RENDER_MS);
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait, { once: true });
  });
}
