import { COMPOSED_SECONDS, composedCameraFile } from './support/compose-clip.ts';
import { makeWard } from './support/made-site.ts';
import { signInAtChild } from './support/people.ts';
import { expect, test } from './support/test.ts';

/** What the coach says while the composed clip shows each of its spoilt stretches, in the clip's order. */
const SAID_IN_TURN = [
  'More light on the face',
  'Move closer',
  'Keep hands and tubes away from eyes and mouth, if possible',
  'Only the child in the picture, if possible',
  'Turn the camera towards the face',
];
const GOOD = 'Good: press Start';

test('before a session the coach says the one thing to do about light, distance, hands, visitors and aim', {
  tag: '@alone',
}, async ({ openSite, dataDir }) => {
  test.setTimeout(150_000);
  await makeWard(dataDir, { child: 'W3-0004' });
  const { page } = await openSite({ camera: composedCameraFile() });
  await signInAtChild(page, 'W3-0004');
  await page.getByRole('link', { name: 'Start a session' }).click();
  await expect(page.getByTestId('coach')).toHaveText(GOOD, { timeout: 30_000 });

  const said = await page.evaluate(
    async (forMs) => {
      const coach = document.querySelector('[data-testid=coach]')!;
      const heard: string[] = [];
      const watch = new MutationObserver(() => heard.push(coach.textContent));
      watch.observe(coach, { characterData: true, childList: true, subtree: true });
      await new Promise((resolve) => setTimeout(resolve, forMs));
      watch.disconnect();
      return heard;
    },
    1000 * (COMPOSED_SECONDS + 4),
  );
  console.log(said.join(' | '));
  test.info().annotations.push({ type: 'figure', description: said.join(' | ') });

  for (const instruction of SAID_IN_TURN) expect(said).toContain(instruction);
  expect(said).toContain(GOOD);
  // A stretch of four seconds is not answered by a flicker of advice.
  expect(said.length).toBeLessThanOrEqual(3 * SAID_IN_TURN.length);
});
