/** Where something is on the screen. */
type Place = Pick<DOMRect, 'x' | 'y'>;

/** What has moved less than this is still under the finger that was meant for it. */
const NEAR_PX = 12;

interface Placed {
  getBoundingClientRect(): Place;
}

/**
 * Where the buttons of acts are, before and after each change of the screen. A button that a change brings or
 * moves must rest: the finger that comes down on it now was meant for what stood there.
 */
export class Places<Button extends Placed = HTMLElement> {
  #rests = new Map<Button, () => void>();
  #before: Map<Button, Place> | undefined;

  /**
   * A button comes onto the screen.
   *
   * @param rest called when it comes with a change, and when a change has moved it
   * @returns what takes it off
   */
  add(button: Button, rest: () => void): () => void {
    this.#rests.set(button, rest);
    return () => this.#rests.delete(button);
  }

  /** A change is about to be drawn. */
  before(): void {
    this.#before ??= new Map(
      [...this.#rests.keys()].map((button) => [button, button.getBoundingClientRect()]),
    );
  }

  /** It is drawn. */
  after(): void {
    const before = this.#before;
    this.#before = undefined;
    if (!before) return;
    for (const [button, rest] of this.#rests) {
      const was = before.get(button);
      if (!was || !isNear(was, button.getBoundingClientRect())) rest();
    }
  }
}

function isNear(one: Place, other: Place): boolean {
  return Math.abs(one.x - other.x) < NEAR_PX && Math.abs(one.y - other.y) < NEAR_PX;
}
