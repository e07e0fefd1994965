/** Readings a second of the live screen, its delays and its memory, beside @vladmandic/human on the same clip; see README.md. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Command } from 'commander';
import { quantileSorted } from 'simple-statistics';
import { watchSession, withDemoWindow } from './live/demo-window.ts';
import { type HumanKind, watchHuman } from './live/human.ts';
import { countAnew, type LiveFigures, looksPerSecond } from './live/looks.ts';
import { spreadOf, spreadText } from './spread.ts';

interface Options {
  readonly rounds: number;
  readonly seconds: number;
}

const { rounds, seconds } = new Command('live')
  .option('--rounds <n>', 'times that each is watched, in turn', Number, 3)
  .option('--seconds <n>', 'length of a round; the clip is 60 s long, 7 of them without a child', Number, 20)
  .parse()
  .opts<Options>();

const CLIP = join(import.meta.dirname, '../resources/demo-clip/child-session.mp4');

const HUMAN_KINDS = ['bare', 'landmarks'] as const;

await withDemoWindow(async (page) => {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page belongs to no browser');
  const ours: LiveFigures[] = [];
  const fromFile: number[] = [];
  const theirs = new Map<HumanKind, number[]>(HUMAN_KINDS.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round++) {
    ours.push(await watchSession(page, seconds));
    fromFile.push(await readFilm(page));
    for (const [kind, rates] of theirs) {
      const figures = await watchHuman(browser, kind, seconds);
      rates.push(figures.looks / figures.seconds);
    }
  }
  print(ours, fromFile, theirs);
});

/** @returns Pictures of the clip read a second, from its file: as fast as the program can, as no camera holds it up. */
async function readFilm(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Read a video file' }).click();
  await page.locator('input[type=file]').setInputFiles(CLIP);
  await page.getByRole('button', { name: 'Read the video' }).click();
  await page.getByText(/^Tap the child’s face/).waitFor();
  await countAnew(page);
  await page.getByRole('button', { name: /^Picture of the video/ }).press('Enter');
  await page.getByText('Read to the end: all stored').waitFor({ timeout: 300_000 });
  const perSecond = await looksPerSecond(page);
  await page.getByRole('button', { name: 'Another one' }).click();
  return perSecond;
}

function print(
  ours: readonly LiveFigures[],
  fromFile: readonly number[],
  theirs: ReadonlyMap<HumanKind, readonly number[]>,
): void {
  const perSecond = ours.map((round) => round.readings / round.seconds);
  const latencyMs = ours.flatMap((round) => round.latencyMs).sort((a, b) => a - b);
  const longTasks = ours.flatMap((round) => round.longTaskMs);
  const total = ours.reduce((sum, round) => sum + round.seconds, 0);
  console.log(`readings a second, live: ${spreadText(spreadOf(perSecond), 1)}, n = ${latencyMs.length} readings`);
  for (const share of [0.5, 0.95, 0.99]) {
    const ms = quantileSorted(latencyMs, share);
    console.log(`from frame to reading, p${share * 100}: ${ms.toFixed(1)} ms`);
  }
  console.log(
    `tasks of more than 50 ms on the window's thread: ${longTasks.length} in ${total.toFixed(0)} s, ` +
      `the longest ${Math.max(0, ...longTasks).toFixed(0)} ms`,
  );
  console.log(`pictures a second, from the clip's file: ${spreadText(spreadOf(fromFile), 1)}`);
  for (const [kind, rates] of theirs) {
    const ratios = rates.map((rate, round) => fromFile[round]! / rate);
    console.log(
      `@vladmandic/human, ${kind}: ${spreadText(spreadOf(rates), 1)} pictures a second, as fast as it can; ours from the file are ` +
        `${spreadText(spreadOf(ratios), 2)} times as many`,
    );
  }
}
