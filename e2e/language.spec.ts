import type { Page } from '@playwright/test';
import { cutLabels } from './support/cut-labels.ts';
import { liveWord } from './support/live-screen.ts';
import { expectNoSidewaysScroll } from './support/no-sideways-scroll.ts';
import { ADMINISTRATOR, openUserPanel, setUpSite } from './support/people.ts';
import { expect, test } from './support/test.ts';

const DUTCH_WORD = /^(Boosheid|Walging|Angst|Blijdschap|Verdriet|Verrassing|Neutraal|Niet zeker)$/;
const DUTCH_PAGES = [
  ['Vandaag', null],
  ['Kinderen', 'Kind toevoegen'],
  ['Sessies', null],
  ['Trainingslab', 'Training starten'],
  ['Blinde beoordeling', 'Blinde beoordeling opzetten'],
  ['Modellen', null],
  ['Instellingen', 'Gebruiker toevoegen'],
] as const;

test('the language is chosen before signing in, kept, and shown on every page and in a session', async ({
  openSite,
}) => {
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await setUpSite(page);
  await openUserPanel(page);
  await page.getByRole('button', { name: 'Sign out' }).click();

  await test.step('signing in', async () => {
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await chooseByKeyboard(page, 'Nederlands');
    await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible();
  });

  await test.step('a refusal is told in Dutch', async () => {
    await page.getByLabel(/^Naam/).fill(ADMINISTRATOR.name);
    await page.getByLabel(/^Wachtwoord/).fill('not the password at all');
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    const alert = page.getByRole('alert');
    await expect(alert).toHaveText(
      'Niet aangemeldDe naam of het wachtwoord klopt niet. Probeer het opnieuw of gebruik de herstelcode.',
    );
    await expect(alert.locator('[lang=en]')).toHaveCount(0);
    await page.getByLabel(/^Wachtwoord/).fill('correct horse battery');
    await page.getByRole('button', { name: 'Aanmelden' }).click();
  });

  await test.step('every page', async () => {
    const pages = page.getByRole('navigation', { name: 'Pagina’s' });
    for (const [name, button] of DUTCH_PAGES) {
      await pages.getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      if (button) await expect(page.getByRole('button', { name: button })).toBeVisible();
      if (name === 'Modellen')
        await expect(page.getByText(/^In gebruik sinds deze locatie is ingericht, /)).toBeVisible();
      await expectNoSidewaysScroll(page, name);
    }
  });

  await test.step('who is signed in, and the way out', async () => {
    const panel = page.getByRole('region', { name: 'Aangemeld' });
    await openUserPanel(page);
    expect(await cutLabels(panel), 'beside a folded menu').toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(page.getByRole('button', { name: 'Menu inklappen' })).toBeVisible();
    expect(await cutLabels(panel), 'in the menu').toEqual([]);
    await page.setViewportSize({ width: 1024, height: 768 });
    await expect(page.getByRole('button', { name: 'Menu uitklappen' })).toBeVisible();
  });

  await test.step('back to English', async () => {
    await openUserPanel(page);
    await chooseByKeyboard(page, 'English');
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('a session of the demo speaks Dutch', async ({ openSite }) => {
  const { page } = await openSite();
  await page.getByText('Nederlands').click();
  await page.getByRole('button', { name: /Rondkijken met demogegevens/ }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(liveWord(page)).toHaveText(DUTCH_WORD, { timeout: 30_000 });
});

/** The two languages are radio buttons: an arrow key chooses, as in every group of them. */
async function chooseByKeyboard(page: Page, name: string): Promise<void> {
  const languages = page.getByRole('radiogroup').filter({ has: page.getByRole('radio', { name }) });
  await languages.getByRole('radio', { checked: true }).focus();
  await page.keyboard.press(name === 'English' ? 'ArrowLeft' : 'ArrowRight');
  await expect(page.getByRole('radio', { name })).toBeChecked();
}
