import { expectAccessible } from './support/accessible.ts';
import { partOfClip } from './support/part-of-clip.ts';
import { openDemo } from './support/people.ts';
import { expect, test } from './support/test.ts';

const film = (name: string, seconds: number) => partOfClip(name, 9.9, seconds);

test('the film that a session was read from is chosen again and played under its timeline, and no other is', async ({
  openSite,
}) => {
  test.setTimeout(120_000);
  const { page } = await openSite({ viewport: { width: 1024, height: 768 } });
  await openDemo(page);
  await page.getByRole('button', { name: 'Read a video file' }).click();
  await page.getByRole('link', { name: 'Read several films' }).click();
  await page.getByRole('checkbox', { name: 'The first face that is alone in view is the child’s' }).check();
  await page.locator('input[type=file]').setInputFiles(film('ward.mp4', 2));
  await expect(page.getByRole('listitem', { name: 'ward.mp4' })).toContainText('Waits', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Read the films' }).click();
  const review = page.getByRole('link', { name: 'Review the session of ward.mp4' });
  await expect(review).toBeVisible({ timeout: 60_000 });
  await review.click();

  const section = page.getByRole('region', { name: 'The film', exact: true });
  const choose = section.locator('input[type=file]');
  const player = section.locator('video');

  await test.step('another one of the same name is refused', async () => {
    await expect(section).toBeVisible();
    await choose.setInputFiles(film('ward.mp4', 1.5));
    await expect(section.getByText('This is not the film that was read')).toBeVisible();
    await expect(player).toHaveCount(0);
    await expectAccessible(page, 'another film');
  });

  await test.step('the right one follows the cursor, and the cursor follows it', async () => {
    await choose.setInputFiles(film('renamed.mp4', 2));
    await expect(player).toBeVisible();
    const shownMs = () => player.evaluate((video: HTMLVideoElement) => 1000 * video.currentTime);
    const timeline = page.getByRole('application', { name: /^Timeline/ });
    await timeline.press('Home');
    await expect.poll(shownMs).toBeLessThan(100);
    await timeline.press(',');
    await timeline.press(' ');
    await expect(section.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect.poll(shownMs).toBeGreaterThan(500);
    await timeline.press(' ');
    await expect(section.getByRole('button', { name: 'Play' })).toBeVisible();
    const cursorMs = async () =>
      1000 * Number((await player.getAttribute('aria-label'))?.match(/(\d+\.\d) of the session/)?.[1]);
    const atMs = await shownMs();
    await expect.poll(async () => Math.abs((await cursorMs()) - atMs)).toBeLessThanOrEqual(150);
    await expectAccessible(page, 'the film beside');
  });
});
