import { cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTinyDataset } from '../src/hosts/cli/testing/tiny-dataset.ts';
import { expectAccessible } from './support/accessible.ts';
import { addFolder } from './support/add-folder.ts';
import { cameraFile } from './support/camera-file.ts';
import { enrolByKeyboard, exportAs, startSession, stopSession } from './support/live-screen.ts';
import { pdfText } from './support/pdf-text.ts';
import { ADMINISTRATOR, addChild, addUser, goTo, recordConsent, setUpSite, signIn } from './support/people.ts';
import { expect, test } from './support/test.ts';

const OTHER = { name: 'Bo Boss', password: 'another long password' };
const REASON = 'A pilot on rendered faces: nobody is treated by what it says.';

test('the model is improved through a broken file, a leak and a crash, approved, and named by the next session and its report', async ({
  openSite,
  dataDir,
}) => {
  test.setTimeout(600_000);
  const ward = join(dataDir, 'ward');
  await writeWard(ward);
  const first = await openSite({ camera: cameraFile() });
  await setUpSite(first.page);
  await addUser(first.page, OTHER.name, 'Administrator', OTHER.password);
  await addChild(first.page, 'W3-0006');
  await recordConsent(first.page);

  await test.step('ten broken files are counted, and the rest is used', async () => {
    await goTo(first.page, 'Training Lab');
    await addFolder(first.page, ward);
    await expect(first.page.getByText('10 broken files')).toBeVisible({ timeout: 120_000 });
    await expect(first.page.getByText('All images were opened; faces found: 228.')).toBeVisible({ timeout: 120_000 });
  });

  await test.step('the program is killed while it trains', async () => {
    const { page } = first;
    await page.getByLabel(/^Name of the run/).fill('Short run');
    await page.getByRole('checkbox', { name: 'ward' }).check();
    await page.getByRole('radio', { name: 'A number of epochs' }).check();
    await page.getByRole('textbox', { name: 'Epochs', exact: true }).fill('12');
    await page.getByRole('button', { name: 'Start training' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Short run' })).toBeVisible();
    await expect(page.getByText(/^Epoch [2-9], step/)).toBeVisible({ timeout: 240_000 });
    await first.kill();
  });

  const { page } = await openSite({ camera: cameraFile() });

  await test.step('it goes on from its checkpoint, and says in a sentence what came of it', async () => {
    await signIn(page, ADMINISTRATOR.name, ADMINISTRATOR.password);
    await goTo(page, 'Training Lab');
    await page.getByRole('link', { name: 'Short run' }).click();
    await page.getByRole('button', { name: 'Go on from the last checkpoint' }).click();
    await expect(page.getByRole('button', { name: 'Propose this model' })).toBeVisible({ timeout: 240_000 });
    await expect(
      page.getByText(/^Whether it differs from base cannot be told from \d+ images of \d children/),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Settings and log' }).click();
    await expect(page.getByText(/Going on after step \d+/)).toBeVisible();
    await expect(page.getByText(/2 subjects share a photograph with another and stay together/).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Confusion' })).toBeVisible();
    await expect(page.getByText(/n = \d+ images of \d+ subjects/).first()).toBeVisible();
    await expectAccessible(page, 'a finished run');
  });

  const dialog = page.getByRole('dialog');

  await test.step('propose; who trained it cannot approve it', async () => {
    await page.getByRole('button', { name: 'Propose this model' }).click();
    await page.getByText('Proposed as').getByRole('link').click();
    await expect(page.getByRole('list', { name: 'What approval asks for' })).toContainText(/Not met: Too few children/);
    await page.getByRole('button', { name: /^Approve/ }).click();
    await expect(dialog.getByText(`${ADMINISTRATOR.name} trained or proposed it`)).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^Approve/ })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('another site takes it in, once the key was compared, and compares it before it is used', async () => {
    await page.getByRole('button', { name: /^Hand this model on/ }).click();
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Hand on', exact: true }).click();
    const file = join(dataDir, 'short-run.faceward-model');
    await (await downloading).saveAs(file);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    const { page: theirs } = await openSite({ dataDir: join(dataDir, 'another-site') });
    await setUpSite(theirs);
    await goTo(theirs, 'Models');
    await theirs.getByRole('button', { name: /^Take in a model/ }).click();
    const choosing = theirs.waitForEvent('filechooser');
    await theirs.getByRole('button', { name: /^Choose a file/ }).click();
    await (await choosing).setFiles(file);
    await expect(theirs.getByText(/^[0-9a-f]{8}( [0-9a-f]{8}){7}$/)).toBeVisible();
    await theirs.getByRole('button', { name: 'Take in as a candidate' }).click();
    await expect(theirs.getByText('Confirm that you compared the fingerprint.')).toBeVisible();
    await theirs.getByRole('checkbox', { name: /^It is the fingerprint/ }).check();
    await theirs.getByRole('button', { name: 'Take in as a candidate' }).click();
    await expect(theirs.getByText(/^Taken in from the site/)).toBeVisible();
    await expect(theirs.getByRole('list', { name: 'What approval asks for' })).toContainText(/Not met: .*compared/);
  });

  await test.step('who trained it signs out', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
  });

  await test.step('another administrator approves it for a written reason', async () => {
    await signIn(page, OTHER.name, OTHER.password);
    await goTo(page, 'Models');
    await page.getByRole('link', { name: /^short-run/ }).click();
    await page.getByRole('button', { name: /^Approve/ }).click();
    await expect(dialog.getByText(/difference/i).first()).toBeVisible();
    await dialog.getByRole('button', { name: /^Approve/ }).click();
    await expect(dialog.getByText('Write why: not every condition is met.')).toBeVisible();
    await dialog.getByLabel(/^Why it is to be used/).fill(REASON);
    await dialog.getByRole('button', { name: /^Approve/ }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the reason stands on the model, its card and in the audit log', async () => {
    await expect(page.getByRole('status').filter({ hasText: 'Approved although' })).toContainText(REASON);
    await expect(page.getByRole('heading', { name: /^Approved at this site although/ })).toBeVisible();
    await goTo(page, 'Settings');
    await expect(page.getByRole('cell', { name: new RegExp(REASON.slice(0, 30)) })).toBeVisible();
  });

  await test.step('the next session uses it', async () => {
    await goTo(page, 'Live');
    await startSession(page, /fake|camera|mjpeg/i);
    await enrolByKeyboard(page);
    await stopSession(page);
    await page.getByRole('link', { name: 'Review this session' }).click();
    expect(await pdfText(await exportAs(page, 'PDF'))).toContain('short-run');
  });
});

/** Twelve children and four adults of the demo cohort: ten images are broken, and one adult stands there under two names. */
async function writeWard(dir: string): Promise<void> {
  await writeTinyDataset(dir, { children: 12, adults: 4 }, (rows) => [
    ...rows,
    ...rows
      .filter(({ subject }) => subject === 'a014')
      .map((row) => ({ ...row, path: row.path!.replace('a014', 'x014'), subject: 'x014' })),
  ]);
  await cp(join(dir, 'adult/a014'), join(dir, 'adult/x014'), { recursive: true });
  const broken = (await readdir(join(dir, 'adult/a013'))).slice(0, 10);
  for (const name of broken) await writeFile(join(dir, 'adult/a013', name), 'no picture');
}
