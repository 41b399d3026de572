// How long a test waits for anything before it gives up.

/**
 * One limit for every wait, far beyond what a machine needs that has fifty other things to do: a test
 * fails because something is wrong, not because a machine is slow.
 */
export const limitMs = 120_000;

/** Waits until a condition holds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`this never holds: ${condition}`);
    await new Promise((resume) => setTimeout(resume, 20));
  }
}
