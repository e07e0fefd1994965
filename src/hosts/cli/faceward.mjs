#!/usr/bin/env node
/**
 * The command `faceward`. It runs on whatever Node the machine has, and hands over to one that can run the program: the
 * store and the sources need Node 22.12, and the project installs its own. Plain JavaScript that any Node can read.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = [22, 12];

if (isNewEnough(process.versions.node)) {
  await import('./cli.ts');
} else {
  const node = installedNode();
  if (node) handOverTo(node);
  else {
    process.stderr.write(
      `faceward: Node ${WANTED.join('.')} or newer is needed and this is ${process.versions.node}; run npm ci, which installs one, or update Node.\n`,
    );
    process.exitCode = 1;
  }
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1]);
}

/** The Node that npm installed beside the program for this kind of machine, or null. */
function installedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const require = createRequire(import.meta.url);
  try {
    const manifest = require.resolve(`node-${system}-${process.arch}/package.json`);
    return join(dirname(manifest), require(manifest).bin.node);
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

function handOverTo(node) {
  const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
  // The line between the two lets the program see that this process is gone, even when it was killed.
  const child = spawn(node, [cli, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // The terminal tells both of Ctrl-C; this one waits for what the other makes of it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    process.stderr.write(`faceward: ${node} did not start: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}
