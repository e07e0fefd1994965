/**
 * Runs a program of ours on a Node that can: the sources are TypeScript, which Node reads from 22.18 on, and the store
 * needs one of these as well. The project installs its own where npm has one. Plain JavaScript that any Node can read.
 */
import { spawn } from 'node:child_process';
import module, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = [22, 18];

const COMPILED = fileURLToPath(new URL('../../../node_modules/.cache/faceward/compiled', import.meta.url));

/**
 * @param {URL} entry The TypeScript file to run.
 * @param {string} name What the program is called, for a message.
 */
export async function runOnNewNode(entry, name) {
  if (isNewEnough(process.versions.node)) {
    keepCompiled();
    await import(entry.href);
    return;
  }
  const node = installedNode();
  if (node) handOver(node, entry, name);
  else {
    process.stderr.write(
      `${name}: Node ${WANTED.join('.')} or newer is needed and this is ${process.versions.node}; run npm ci, which installs one where it can, or update Node.\n`,
    );
    process.exitCode = 1;
  }
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1]);
}

/**
 * Keeps what Node makes of the sources, so that the next start and every process of this one begin in half the time. In the
 * program's own folder, where only who may change the program can; without a word where that cannot be written.
 */
function keepCompiled() {
  process.env.NODE_COMPILE_CACHE ??= COMPILED;
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
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

function handOver(node, entry, name) {
  // The line between the two lets the program see that this process is gone, even when it was killed.
  const child = spawn(node, [fileURLToPath(entry), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // The terminal tells both of Ctrl-C; this one waits for what the other makes of it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    process.stderr.write(`${name}: ${node} did not start: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    // As a shell reports it, so that who started this one can tell a kill from a failure.
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}
