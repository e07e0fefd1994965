import { failure } from '../src/core/words/failure.ts';
import { sentenceOf } from '../src/core/words/failure-sentence.ts';
import { createWords } from '../src/core/words/words.ts';
import { cameraFile } from './support/camera-file.ts';
import { enrolByKeyboard, startSession, stopSession, untilElapsed } from './support/live-screen.ts';
import { makeWard } from './support/made-site.ts';
import { goTo, signInAtChild } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('with consent, the picture of a doubtful moment is shown, named by a key, and becomes training data', async ({
  openSite,
  dataDir,
}) => {
  await makeWard(dataDir, { child: 'W3-0005', more: ['keep-crops', 'train'] });
  const { page } = await openSite({ camera: cameraFile() });
  await signInAtChild(page, 'W3-0005');
  await page.getByRole('link', { name: 'Start a session' }).click();
  await startSession(page, /fake|camera|mjpeg/i);
  await enrolByKeyboard(page);
  await untilElapsed(page, 25);
  await stopSession(page);

  await test.step('the queue shows the face and takes a key for an answer', async () => {
    await goTo(page, 'Uncertain moments');
    await expect(page.getByRole('img', { name: /The child’s face at this moment/ })).toBeVisible();
    await page.keyboard.press('1');
    await expect(page.getByText(/^Saved: Anger/)).toBeVisible();
  });

  await test.step('what was named is a dataset of the Training Lab', async () => {
    await page.getByLabel(/^Name of the dataset/).fill('Named in March');
    await page.getByRole('button', { name: 'Make the dataset' }).click();
    await expect(page.getByText(/A dataset of \d pictures? was made/)).toBeVisible();
    await goTo(page, 'Training Lab');
    await expect(page.getByRole('heading', { name: 'Named in March' })).toBeVisible();
    await expect(page.getByText(/^Pictures that sessions kept, in the store/)).toBeVisible();
    await expect(page.getByText(/^\d images?: 1 child, 0 adults/)).toBeVisible();
  });

  await test.step('one child cannot be split, and the run says so', async () => {
    await page.getByRole('checkbox', { name: /Named in March/ }).check();
    await page.getByLabel(/^Name of the run/).fill('One child');
    await page.getByRole('button', { name: 'Start training' }).click();
    const why = failure('training.split-empty', { count: 1, share: 0.1, split: 'val' });
    await expect(page.getByText(sentenceOf(why, createWords('en'))).first()).toBeVisible({ timeout: 60_000 });
  });
});
