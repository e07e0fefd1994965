import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** @param screen What is looked at, for the message. */
export async function expectNoSidewaysScroll(page: Page, screen: string): Promise<void> {
  const tooWidePx = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(tooWidePx, screen).toBeLessThanOrEqual(0);
}
