import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTinyDataset } from '../src/hosts/cli/testing/tiny-dataset.ts';
import { accessibilityViolations } from './support/accessible.ts';
import { addFolder } from './support/add-folder.ts';
import { goTo, setUpSite } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('a study says what it takes, is stopped and gone on with, and answers in a sentence', async ({ openSite }) => {
  test.setTimeout(300_000);
  const dir = await mkdtemp(join(tmpdir(), 'faceward-e2e-study-'));
  try {
    const dataset = join(dir, 'ward');
    await writeTinyDataset(dataset, { children: 7, adults: 4 });
    const { page } = await openSite();
    await setUpSite(page);
    await goTo(page, 'Training Lab');
    await addFolder(page, dataset);
    await page
      .getByRole('navigation', { name: 'Pages of the Training Lab' })
      .getByRole('link', { name: 'Study' })
      .click();

    await page.getByLabel(/^Name of the study/).fill('Do adults help us?');
    await page.getByRole('checkbox', { name: 'ward' }).check();
    await page.getByLabel(/^Numbers of child images/).fill('20');
    await page.getByLabel(/^Repetitions/).fill('1');
    await page.getByRole('button', { name: 'More settings' }).click();
    await page.getByLabel(/^Steps of each training/).fill('8');
    await expect(page.getByRole('button', { name: 'Start the study' })).toBeDisabled();
    await page.getByRole('button', { name: 'Measure this machine' }).click();
    await expect(page.getByText(/^2 trainings: about .+, from .+ to .+/)).toBeVisible({ timeout: 120_000 });
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    expect((await saved).suggestedFilename()).toBe('do-adults-help-us.study.json');
    expect(await accessibilityViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Start the study' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Do adults help us?' })).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Go on' }).click({ timeout: 60_000 });
    await expect(page.getByText('Finished: 2 of 2 trainings are done')).toBeVisible({ timeout: 200_000 });
    await expect(page.getByText(/whether they help cannot be told/)).toBeVisible();
    await expect(page.getByText(/looked at 2 times here/)).toBeVisible();
    await expect(page.getByRole('img', { name: /balanced accuracy by number of child images/ })).toBeVisible();
    await expect(page.getByText(/4 numbers of child images are needed, 1 are done/)).toBeVisible();
    expect(await accessibilityViolations(page)).toEqual([]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
