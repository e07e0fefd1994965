/** Readings a second of a live session alone, and beside a training of default settings, in turn; see README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Command } from 'commander';
import { openBrowserSite } from '../e2e/support/browser-site.ts';
import { startDemoSession, stopSession } from '../e2e/support/live-screen.ts';
import { goTo, openDemo } from '../e2e/support/people.ts';
import { type LiveFigures, listenIn, watchLooks } from './live/looks.ts';
import { spreadOf, spreadText } from './spread.ts';

interface Options {
  readonly rounds: number;
  readonly seconds: number;
}

const { rounds, seconds } = new Command('session-priority')
  .option('--rounds <n>', 'times that each is watched, in turn', Number, 3)
  .option('--seconds <n>', 'length of a round', Number, 20)
  .parse()
  .opts<Options>();

const MINUTE_MS = 60_000;

const dataDir = mkdtempSync(join(tmpdir(), 'faceward-bench-'));
const site = await openBrowserSite({ dataDir, viewport: { width: 1440, height: 900 } });
try {
  const { page } = site;
  await listenIn(page);
  // Its link opens once: loaded again only when it is in.
  await page.getByRole('button', { name: /Look around with demo data/ }).waitFor();
  await page.reload();
  await openDemo(page);
  const alone: number[] = [];
  const beside: number[] = [];
  for (let round = 0; round < rounds; round++) {
    alone.push(perSecond(await watchSession(page)));
    await train(page, round);
    beside.push(perSecond(await watchSession(page)));
    await stopTraining(page, round);
  }
  const ratios = beside.map((each, round) => each / alone[round]!);
  console.log(`readings a second, alone: ${spreadText(spreadOf(alone), 1)}`);
  console.log(`beside a training that yields: ${spreadText(spreadOf(beside), 1)}`);
  console.log(`beside to alone: ${spreadText(spreadOf(ratios), 2)}, n = ${rounds} rounds of ${seconds} s each`);
} finally {
  await site.close();
  rmSync(dataDir, { recursive: true, force: true });
}

async function watchSession(page: Page): Promise<LiveFigures> {
  await goTo(page, 'Live');
  await startDemoSession(page);
  const figures = await watchLooks(page, seconds);
  await stopSession(page);
  await page.getByRole('button', { name: 'New session' }).click();
  return figures;
}

/** Starts a run as the form has it, and waits until it makes its steps. */
async function train(page: Page, round: number): Promise<void> {
  await goTo(page, 'Training Lab');
  await page.getByLabel(/^Name of the run/).fill(nameOf(round));
  await page
    .getByRole('checkbox', { name: /cohort/i })
    .first()
    .check();
  await page.getByRole('button', { name: 'Start training' }).click();
  await page.getByText(/^Epoch \d+, step \d+/).waitFor({ timeout: 15 * MINUTE_MS });
}

async function stopTraining(page: Page, round: number): Promise<void> {
  await goTo(page, 'Training Lab');
  await page.getByRole('link', { name: nameOf(round) }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopped').first().waitFor({ timeout: MINUTE_MS });
}

function nameOf(round: number): string {
  return `Round ${round + 1}`;
}

function perSecond(figures: LiveFigures): number {
  return figures.readings / figures.seconds;
}
