/** Readings a second of a live session alone, and beside a training of default settings, in turn; see README.md. */
import type { Page } from '@playwright/test';
import { Command } from 'commander';
import { goTo } from '../e2e/support/people.ts';
import { watchSession, withDemoWindow } from './live/demo-window.ts';
import type { LiveFigures } from './live/looks.ts';
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

await withDemoWindow(async (page) => {
  const alone: number[] = [];
  const beside: number[] = [];
  for (let round = 0; round < rounds; round++) {
    alone.push(perSecond(await watchSession(page, seconds)));
    await train(page, round);
    beside.push(perSecond(await watchSession(page, seconds)));
    await stopTraining(page, round);
  }
  const ratios = beside.map((each, round) => each / alone[round]!);
  console.log(`readings a second, alone: ${spreadText(spreadOf(alone), 1)}`);
  console.log(`beside a training that yields: ${spreadText(spreadOf(beside), 1)}`);
  console.log(`beside to alone: ${spreadText(spreadOf(ratios), 2)}, n = ${rounds} rounds of ${seconds} s each`);
});

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
