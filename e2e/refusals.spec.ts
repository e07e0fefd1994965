import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { EMOTIONS } from '../src/core/emotion/emotion.ts';
import { type Failure, failure } from '../src/core/words/failure.ts';
import { sentenceOf } from '../src/core/words/failure-sentence.ts';
import { createWords } from '../src/core/words/words.ts';
import { addFolder, nameFolder } from './support/add-folder.ts';
import { startDemoSession, stopSession, untilElapsed } from './support/live-screen.ts';
import { ADMINISTRATOR, openDemo, setUpSite } from './support/people.ts';
import { expect, test } from './support/test.ts';

const dutch = createWords('nl');
const title = { signIn: dutch.getFixedT(null, 'signIn'), children: dutch.getFixedT(null, 'children') };
const training = dutch.getFixedT(null, 'training');
const datasets = dutch.getFixedT(null, 'datasets');
const settings = dutch.getFixedT(null, 'settings');
const ui = dutch.getFixedT(null, 'ui');
const review = dutch.getFixedT(null, 'review');

test('at the door: every refusal is Dutch from first to last letter', async ({ openSite }) => {
  const { page } = await openSite();
  await setUpSite(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('Nederlands').click();

  await page.getByLabel(/^Naam/).fill(ADMINISTRATOR.name);
  await page.getByLabel(/^Wachtwoord/).fill('not the password at all');
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await expectRefusal(
    page,
    title.signIn(($) => $.failed),
    failure('site.wrong-password'),
  );

  await page.getByText('Wachtwoord kwijt? Gebruik de herstelcode').click();
  const recover = async (code: string, why: Failure) => {
    await page.getByLabel(/^Herstelcode/).fill(code);
    await page.getByLabel(/^Naam/).fill(ADMINISTRATOR.name);
    await page.getByLabel(/^Nieuw wachtwoord/).fill('another horse battery');
    await page.getByRole('button', { name: /^Nieuw wachtwoord instellen/ }).click();
    await expectRefusal(
      page,
      title.signIn(($) => $.notRecovered),
      why,
    );
  };
  await recover('ABC', failure('site.code-length', { wanted: 25, found: 3 }));
  await recover('%'.repeat(25), failure('site.code-symbol', { symbol: '%' }));
  await recover('0'.repeat(25), failure('site.wrong-code'));

  // What the form itself sees is said at its field.
  await page.getByLabel(/^Herstelcode/).fill('0'.repeat(101));
  await page.getByRole('button', { name: /^Nieuw wachtwoord instellen/ }).click();
  await expect(page.getByText(ui(($) => $.field.tooLong, { limit: 100 }))).toBeVisible();
});

test('inside: every refusal is Dutch from first to last letter', async ({ openSite, dataDir }) => {
  test.setTimeout(240_000);
  const { page } = await openSite();
  await setUpSite(page);
  await page.getByText('Nederlands').click();

  await test.step('a name that is taken', async () => {
    await goTo(page, 'Instellingen');
    await page.getByRole('button', { name: 'Gebruiker toevoegen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Naam/).fill(ADMINISTRATOR.name);
    await dialog.getByLabel(/^Wachtwoord/).fill('another horse battery');
    await dialog.getByRole('button', { name: 'Toevoegen' }).click();
    const taken = failure('users.name-taken', { name: ADMINISTRATOR.name });
    await expectRefusal(
      dialog,
      settings(($) => $.users.failed),
      taken,
    );
    await cancel(dialog);
  });

  await test.step('the last administrator', async () => {
    await page.getByRole('button', { name: `${ADMINISTRATOR.name} verwijderen` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Verwijderen', exact: true }).click();
    await expectRefusal(
      dialog,
      ui(($) => $.notDone),
      failure('users.last-administrator'),
    );
    await cancel(dialog);
  });

  await test.step('a code that is none, a birth in the future, a code that is taken', async () => {
    await goTo(page, 'Kinderen');
    await page.getByRole('button', { name: 'Kind toevoegen' }).click();
    const dialog = page.getByRole('dialog');
    const add = async (code: string, month: string) => {
      await dialog.getByLabel(/^Code/).fill(code);
      await dialog.getByLabel(/^Geboortemaand/).fill(month);
      await dialog.getByRole('button', { name: 'Toevoegen' }).click();
    };
    const refused = (why: Failure) =>
      expectRefusal(
        dialog,
        title.children(($) => $.add.failed),
        why,
      );
    await add('Jan!', '2018-05');
    await expect(dialog.getByText(title.children(($) => $.add.codeWrong))).toBeVisible();
    await add('W3-0001', '2099-01');
    await refused(failure('children.born-in-future', { found: '2099-01' }));
    await add('W3-0001', '2018-05');
    await expect(dialog).toHaveCount(0);
    await page.getByRole('button', { name: 'Kind toevoegen' }).click();
    await add('W3-0001', '2018-05');
    await refused(failure('children.code-taken', { code: 'W3-0001' }));
    await cancel(dialog);
  });

  await test.step('a folder that is not there, and the rows of one that is', async () => {
    await goTo(page, 'Trainingslab');
    const missing = join(dataDir, 'none');
    await nameFolder(page, missing, 'nl');
    await expectRefusal(
      page,
      datasets(($) => $.failed),
      failure('dataset.no-folder', { dir: missing }),
    );
    await page.keyboard.press('Escape');
    await addFolder(page, await datasetWithABadRow(dataDir), 'nl');
    await page.getByText('2 rijen weggelaten').click();
    const bad = failure('leftOut.emotion', { emotions: EMOTIONS.join(', '), column: 'emotion', found: 'joy' });
    await expect(page.getByRole('listitem').filter({ hasText: 'a.jpg' })).toHaveText(
      `a.jpg, rij 2: ${sentenceOf(bad, dutch)}`,
    );
    await expect(page.getByRole('listitem').filter({ hasText: 'b.jpg' })).toHaveText(
      `b.jpg, rij 3: ${sentenceOf(failure('leftOut.file-missing'), dutch)}`,
    );
  });

  await test.step('a run that fails, what it told before, and why it computed where it did', async () => {
    await addFolder(page, datasetOfOneChild(dataDir), 'nl');
    await page.getByLabel(/^Naam van de run/).fill('Te klein');
    await page.getByRole('checkbox', { name: 'one-child' }).check();
    await page.getByRole('button', { name: 'Training starten' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Te klein' })).toBeVisible();
    const why = failure('training.split-empty', { count: 1, share: 0.1, split: 'val' });
    await expect(page.getByRole('alert')).toHaveText(
      `${training(($) => $.run.whatHappened)}${sentenceOf(why, dutch)}`,
      { timeout: 90_000 },
    );
    const gone = sentenceOf(failure('leftOut.file-missing'), dutch);
    await expect(page.getByRole('listitem').filter({ hasText: 'gone.jpg' })).toHaveText(
      `Weggelaten: gone.jpg, rij 4: ${gone}`,
    );
    await page.getByRole('button', { name: training(($) => $.progress.log) }).click();
    await expect(page.getByText(/^Engine: .* omdat die hier de snelste is die werkt/)).toBeVisible();
  });
});

test('what somebody said before stands in the way, and is named in Dutch', async ({ openSite }) => {
  test.setTimeout(120_000);
  const { page } = await openSite();
  await openDemo(page);
  await startDemoSession(page);
  await untilElapsed(page, 6);
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  await page.getByRole('region', { name: 'Signed in' }).getByText('Nederlands').click();
  const timeline = page.getByRole('application', { name: /^Tijdlijn/ });
  const say = async (label: string) => {
    await timeline.press('Enter');
    await page.getByRole('dialog').getByRole('radio', { name: label }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Opslaan' }).click();
  };
  await timeline.press('n');
  await say('Huilen');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await say('Boosheid');
  const alert = page.getByRole('dialog').getByRole('alert');
  await expect(alert).toContainText(review(($) => $.annotations.conflictTitle));
  await expect(alert).toHaveText(/Uw beoordeling “Huilen” van [\d.,]+ s tot [\d.,]+ s zit in de weg\./);
  await expect(alert.locator('[lang=en]')).toHaveCount(0);
});

/** Cancels a dialog and waits until it has faded, so that the next step's dialog is the only one. */
async function cancel(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Annuleren' }).click();
  await expect(dialog).toHaveCount(0);
}

/** The notice says what could not be done and why in the catalogue's words, and nothing else. */
async function expectRefusal(within: Page | Locator, heading: string, why: Failure): Promise<void> {
  await expect(within.getByRole('alert')).toHaveText(`${heading}${sentenceOf(why, dutch)}`);
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Pagina’s' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Two pictures of one child, and the name of a third that is not there. */
function datasetOfOneChild(dataDir: string): string {
  const dir = join(dataDir, 'one-child');
  mkdirSync(dir);
  const cohort = join(import.meta.dirname, '../resources/demo-cohort/child/c003');
  const pictures = readdirSync(cohort).slice(0, 2);
  for (const name of pictures) copyFileSync(join(cohort, name), join(dir, name));
  const rows = [...pictures, 'gone.jpg'].map((name) => `${name},c1,child,neutral\n`);
  writeFileSync(join(dir, 'manifest.csv'), `path,subject,group,emotion\n${rows.join('')}`);
  return dir;
}

async function datasetWithABadRow(dataDir: string): Promise<string> {
  const dir = join(dataDir, 'cohort');
  mkdirSync(dir);
  writeFileSync(join(dir, 'manifest.csv'), 'path,subject,group,emotion\na.jpg,c1,child,joy\nb.jpg,c1,child,fear\n');
  return dir;
}
