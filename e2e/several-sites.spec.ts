import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTinyDataset } from '../src/hosts/cli/testing/tiny-dataset.ts';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSidewaysScroll } from './support/no-sideways-scroll.ts';
import { goTo, openUserPanel, setUpSite } from './support/people.ts';
import { expect, test } from './support/test.ts';

const FACEWARD = join(import.meta.dirname, '../src/hosts/cli/faceward.mjs');

test('nothing leaves before an administrator has confirmed what and to whom; a round then shows, and leaving ends it', async ({
  openSite,
  dataDir,
}) => {
  test.setTimeout(300_000);
  const file = join(dataDir, 'federation.json');
  const [weights, out] = [join(dataDir, 'w.safetensors'), join(dataDir, 'out.safetensors')];
  await writeTinyDataset(join(dataDir, 'ward'), { children: 6, adults: 2 });
  writeFileSync(join(dataDir, 'ward', 'dataset.yaml'), 'shows: rendered faces\nrealChildren: false\n');
  const plan = { data: dataDir, dataset: ['ward'], steps: 0, engine: 'wasm', threads: 1, imageCountAs: 'band' };
  writeFileSync(file, JSON.stringify(plan));
  const round = (...more: string[]) => {
    const args = [FACEWARD, 'federated-round', '--federation', file, ...more];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    return { status, answer: JSON.parse(stdout) };
  };

  const { page } = await openSite();
  await setUpSite(page);
  expect(round('--task', 'start', '--out', weights)).toMatchObject({ status: 3, answer: { refused: 'not-confirmed' } });

  await goTo(page, 'Training Lab');
  const pages = page.getByRole('navigation', { name: 'Pages of the Training Lab' });
  await pages.getByRole('link', { name: 'Several sites' }).click();
  await expect(page.getByText('This site takes part in no federation.', { exact: false })).toBeVisible();
  await page.getByLabel(/^Path of the federation file/).fill(join(dataDir, 'nowhere.json'));
  await page.getByRole('button', { name: 'Look at it' }).click();
  await expect(page.getByText(/nowhere\.json cannot be read/)).toBeVisible();
  await page.getByLabel(/^Path of the federation file/).fill(file);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await expect(page.getByText('The weights of the encoder, and statistics of it on these children')).toBeVisible();
  await page.getByLabel(/^Who gets the weights/).fill('Three children’s hospitals');
  await expectAccessible(page, 'looked at');
  await page.getByRole('button', { name: 'Confirm…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take part in this federation?' });
  await expect(dialog.getByText(/gives its weights to Three children’s hospitals/)).toBeVisible();
  await expectAccessible(page, 'asked');
  await dialog.getByRole('button', { name: 'Take part' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'by Anna Admin' })).toBeVisible();

  // The program stays open: a round opens no store.
  expect(round('--task', 'start', '--out', weights)).toMatchObject({ status: 0 });
  const fit = round('--task', 'fit', '--round', '1', '--weights', weights, '--out', out);
  expect(fit).toMatchObject({ status: 0, answer: { imagesAs: 'band' } });
  await page.reload();
  const rounds = page.getByRole('table', { name: 'Rounds in which this site took part' });
  await expect(rounds.getByRole('row', { name: /^1 Trained/ })).toBeVisible();
  await expectAccessible(page, 'taken part');
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectNoSidewaysScroll(page, `${width} wide`);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/en-${width}.png`, fullPage: true });
  }
  await openUserPanel(page);
  await page.getByText('Nederlands').click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Meerdere locaties' })).toBeVisible();
  for (const [width, height] of [
    [1024, 768],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectNoSidewaysScroll(page, `${width} wide, in Dutch`);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/nl-${width}.png`, fullPage: true });
  }
  await openUserPanel(page);
  await page.getByText('English').click();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Leave…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByText('This site takes part in no federation.', { exact: false })).toBeVisible();
  expect(round('--task', 'start', '--out', weights)).toMatchObject({ status: 3, answer: { refused: 'not-confirmed' } });
});
