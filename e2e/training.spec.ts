import { exportAs, startDemoSession, stopSession } from './support/live-screen.ts';
import { pdfText } from './support/pdf-text.ts';
import { goTo, openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('a short run is proposed and approved, and the next session and its report name its model', async ({
  openSite,
}) => {
  test.setTimeout(600_000);
  const { page } = await openSite();
  await openDemo(page);

  await test.step('train', async () => {
    await goTo(page, 'Training Lab');
    await page.getByLabel(/^Name of the run/).fill('Short run');
    await page.getByRole('checkbox', { name: /demo-cohort/i }).check();
    await page.getByLabel(/^Epochs/).fill('1');
    await page.getByRole('button', { name: 'Start training' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Short run' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Propose this model' })).toBeVisible({ timeout: 400_000 });
    await expect(page.getByRole('heading', { name: 'Confusion' })).toBeVisible();
    await expect(page.getByText(/n = \d+ images of \d+ subjects/).first()).toBeVisible();
  });

  await test.step('propose and approve', async () => {
    await page.getByRole('button', { name: 'Propose this model' }).click();
    await page.getByText('Proposed as').getByRole('link').click();
    await page.getByRole('button', { name: /^Approve/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/difference/i).first()).toBeVisible();
    await dialog.getByRole('button', { name: /^Approve/ }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the next session uses it', async () => {
    await goTo(page, 'Live');
    await startDemoSession(page);
    await stopSession(page);
    await page.getByRole('link', { name: 'Review this session' }).click();
    expect(await pdfText(await exportAs(page, 'PDF'))).toContain('short-run');
  });
});
