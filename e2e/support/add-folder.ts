import { expect, type Page } from '@playwright/test';
import type { Language } from '../../src/core/words/language.ts';
import { createWords } from '../../src/core/words/words.ts';

/** Names a folder by its path, and opens the form on what it shows. */
export async function nameFolder(page: Page, dir: string, language: Language = 'en'): Promise<void> {
  const t = createWords(language).getFixedT(null, 'datasets');
  const path = page.getByRole('textbox', { name: t(($) => $.folder), exact: true });
  if (!(await path.isVisible())) await page.getByText(t(($) => $.choose.more)).click();
  await path.fill(dir);
  await page.getByRole('button', { name: t(($) => $.add), exact: true }).click();
}

/** Adds a folder with a manifest, as one of rendered faces. */
export async function addFolder(page: Page, dir: string, language: Language = 'en'): Promise<void> {
  const t = createWords(language).getFixedT(null, 'datasets');
  await nameFolder(page, dir, language);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: t(($) => $.statement.realNo) }).check();
  await dialog.getByRole('button', { name: t(($) => $.statement.add) }).click();
  await expect(dialog).toHaveCount(0);
}
