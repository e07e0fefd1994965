import type { Locator } from '@playwright/test';

/** What of the words on buttons and choices does not fit on them. @returns Those words. */
export function cutLabels(within: Locator): Promise<string[]> {
  return within.evaluate((part) =>
    [
      ...part.querySelectorAll<HTMLElement>(
        'button .mantine-Button-label, .mantine-SegmentedControl-root, .mantine-SegmentedControl-label',
      ),
    ]
      .filter((label) => label.scrollWidth > label.clientWidth || label.scrollHeight > label.clientHeight)
      .map((label) => label.innerText),
  );
}
