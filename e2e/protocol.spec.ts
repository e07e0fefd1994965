import { cameraFile } from './support/camera-file.ts';
import { enrolByKeyboard, exportAs, startSession, stopSession } from './support/live-screen.ts';
import { pdfText } from './support/pdf-text.ts';
import { addChild, goTo, recordConsent, setUpSite } from './support/people.ts';
import { expect, test } from './support/test.ts';

const CHILD = 'W3-0033';
const CAUTION = 'tube or plaster on the face (left cheek)';

test('a protocol and the child’s cautions stand on the screen while a session runs, and in its report', async ({
  openSite,
}) => {
  test.setTimeout(240_000);
  const { page } = await openSite({ camera: await cameraFile() });
  await setUpSite(page);

  await test.step('a protocol is made in the settings', async () => {
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Add a protocol' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Name/).fill('Port needle');
    await dialog.getByLabel('Needle').check();
    await dialog.getByLabel('Play').check();
    await dialog.getByLabel(/^FLACC every/).fill('5');
    await dialog.getByLabel(/^Planned length/).fill('30');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('row', { name: /Port needle 30 min every 5 min/ })).toBeVisible();
  });

  await test.step('a caution is written down for the child', async () => {
    await addChild(page, CHILD);
    await recordConsent(page);
    await page.getByRole('button', { name: 'Add a caution' }).click();
    await page.getByRole('dialog').getByLabel('In words').fill('left cheek');
    await page.getByRole('dialog').getByRole('button', { name: 'Add a caution' }).click();
    await expect(page.getByRole('row', { name: CAUTION })).toBeVisible();
  });

  await page.getByRole('link', { name: 'Start a session' }).click();
  await page.getByRole('combobox', { name: 'Protocol' }).click();
  await page.getByRole('option', { name: 'Port needle' }).click();
  await startSession(page, /fake|camera|mjpeg/i);
  await enrolByKeyboard(page);
  const plan = page.getByTestId('plan');

  await test.step('the screen says what is expected until it is there', async () => {
    await expect(plan).toContainText(`Read with caution: ${CAUTION}`);
    await expect(plan).toContainText('Expected: Needle, Play');
    await expect(plan).toContainText('FLACC in 5 min');
    await expect(plan).toContainText('0 of 30 min');
    await page.locator('body').press('1');
    await expect(plan).toContainText('Expected: Play');
  });

  await test.step('the review and the report say it too', async () => {
    await stopSession(page);
    await page.getByRole('link', { name: 'Review this session' }).click();
    await expect(page.getByText('Protocol: Port needle · Expected and not marked: Play')).toBeVisible();
    await expect(page.getByText(`Read with caution: ${CAUTION}`)).toBeVisible();
    const text = await pdfText(await exportAs(page, 'PDF'));
    expect(text).toContain('tube or plaster on the face');
    // What staff wrote about a child, and their own names of things, stay here.
    expect(text).not.toContain('left cheek');
    expect(text).not.toContain('Port needle');
  });
});
