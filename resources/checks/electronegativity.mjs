// Looks at the desktop host with electronegativity and ends with 1 at a finding that SECURITY.md does not answer. It is fetched
// for this alone, in its own version, and is no dependency: it brings 405 packages, some of them out of care.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOOL = '@doyensec/electronegativity@1.10.3';
const root = join(import.meta.dirname, '../..');
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const answers = readFileSync(join(root, 'SECURITY.md'), 'utf8');

const looked = mkdtempSync(join(tmpdir(), 'faceward-hardening-'));
try {
  // Of the desktop host alone, and what it shares: it would take each Node program for a window's.
  for (const part of ['package.json', 'src/hosts/desktop', 'src/hosts/shared']) {
    cpSync(join(root, part), join(looked, 'app', part), { recursive: true });
  }
  mkdirSync(join(looked, 'home'));
  const out = join(looked, 'findings.csv');
  const args = [
    '--yes',
    '--ignore-scripts',
    TOOL,
    '-i',
    join(looked, 'app'),
    '-o',
    out,
    '-e',
    devDependencies.electron,
  ];
  // On Windows npx is a script, which only a shell starts.
  const { status, error } = spawnSync('npx', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) {
    console.error(
      `${TOOL} did not run (${error?.message ?? `exit code ${status}`}): it is fetched from the registry of packages, and itself asks the web for its words and for Electron's releases: without a connection it ends there`,
    );
    process.exitCode = 2;
  } else report(readFileSync(out, 'utf8').trim().split('\n').slice(1));
} finally {
  rmSync(looked, { recursive: true, force: true });
}

/** @param {string[]} rows As CSV: check, severity, confidence, file, place, ... */
function report(rows) {
  const checks = [...new Set(rows.map((row) => row.split(',')[0]))];
  const unanswered = checks.filter((check) => !answers.includes(`\`${check}\``));
  for (const row of rows) console.log(row.split(',').slice(0, 5).join('  ').replaceAll(`${looked}/app/`, ''));
  console.log(`${rows.length} findings of ${checks.length} checks`);
  if (unanswered.length === 0) return;
  console.error(
    `SECURITY.md has to answer each check that finds something; found no answer to ${unanswered.join(', ')}`,
  );
  process.exitCode = 1;
}
