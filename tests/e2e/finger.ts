// A finger on a touch screen: the browser receives what a touch screen would send.
import type { CDPSession, Locator, Page } from 'playwright-core';

export class Finger {
  private readonly glass: CDPSession;
  private point = { x: 0, y: 0 };

  private constructor(glass: CDPSession) {
    this.glass = glass;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  /** Comes down on the middle of something. */
  async down(on: Locator): Promise<void> {
    this.point = await middle(on);
    await this.glass.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: [this.point],
    });
  }

  /** Draws itself to the middle of something, up or down, as fingers do: in many small steps. */
  async drag(to: Locator): Promise<void> {
    const { x, y: from } = this.point;
    const { y } = await middle(to);
    const steps = 12;
    for (let step = 1; step <= steps; step++) {
      this.point = { x, y: from + ((y - from) * step) / steps };
      await this.glass.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: [this.point],
      });
    }
  }

  async up(): Promise<void> {
    await this.glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  /** The system takes the touch away: a gesture of its own, a call. */
  async takenAway(): Promise<void> {
    await this.glass.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
  }
}

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
