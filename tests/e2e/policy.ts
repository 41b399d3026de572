// What the browser says when a page does what the server's Content-Security-Policy forbids.
import type { Page } from 'playwright-core';

/** Notes each violation of the policy among the faults of a page. */
export function noteViolations(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && text.includes('Content Security Policy')) faults.push(text);
  });
}
