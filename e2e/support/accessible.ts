import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** What axe finds on the page: each rule with the elements that break it. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  // What fades in is pale until it is there.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  // In the page itself, which has no frames: by its own way axe puts the results together in a page of its own, loaded for that.
  // Of what is no violation only the first element is told.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Goes on where there are any, so that one run tells of every screen. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  expect.soft(await accessibilityViolations(page), screen).toEqual([]);
}
