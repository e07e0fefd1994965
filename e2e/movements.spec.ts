import { startDemoSession, stopSession, untilElapsed } from './support/live-screen.ts';
import { openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

const LANES = ['pitchDeg', 'yawDeg', 'rollDeg', 'eyeOpening', 'mouthOpening', 'browHeight'];

test('a reviewer sees how the face moved, a lane each, with units and no emotion', async ({ openSite }) => {
  const { page } = await openSite();
  await openDemo(page);
  await startDemoSession(page);
  await untilElapsed(page, 5);
  await stopSession(page);
  await page.getByRole('link', { name: 'Review this session' }).click();
  await page.getByRole('button', { name: 'Show the movements' }).click();
  await expect(page.getByText('No rest to compare with')).toBeVisible();
  for (const lane of LANES) await expect(page.getByTestId(`movement-${lane}`)).toBeVisible();
  const timeline = page.getByRole('application', { name: /Timeline/ });
  await timeline.press('Home');
  await expect(async () => {
    await timeline.press('ArrowRight');
    await expect(page.getByTestId('movement-rollDeg')).toContainText(/-?\d+\.\d°/, { timeout: 300 });
  }).toPass();
  await expect(page.getByTestId('movement-mouthOpening')).toContainText(/\d+\.\d% of the distance between the eyes/);
});
