import type { Locator, Page } from 'playwright-core';

/**
 * Clicks and waits for the page that answers: after a redirect, or at the same
 * address again. Without that a test may read the page before.
 */
export async function follow(page: Page, target: Locator): Promise<void> {
  const answered = page.waitForResponse(
    (response) =>
      response.request().isNavigationRequest() && (response.status() < 300 || response.status() > 399),
  );
  await target.click();
  await (await answered).finished();
  await page.waitForLoadState();
}

export async function press(page: Page, name: string): Promise<void> {
  await follow(page, page.getByRole('button', { name, exact: true }));
}
