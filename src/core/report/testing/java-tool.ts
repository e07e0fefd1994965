import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** A program of others that is written in Java: its sources and pom.xml lie in java/, by its name. */
export type JavaTool = 'fhir' | 'pdf';

const SOURCES = join(import.meta.dirname, 'java');
const CACHE = join(import.meta.dirname, '../../../../node_modules/.cache/faceward-java');

/** Downloading takes minutes at most; more is a network that hangs. */
const MOST_MS = 600_000;

/**
 * Makes a tool ready. Its libraries are taken from Maven's own repository on this machine; they are downloaded (some
 * hundred megabytes) only where that is wanted: in CI, or with FACEWARD_FETCH_JAVA set.
 *
 * @returns Runs it on files and gives its lines, or says why it cannot be had here.
 */
export function javaTool(tool: JavaTool): { run: (files: readonly string[]) => string[] } | { missing: string } {
  const cache = join(CACHE, tool);
  const classpath = join(cache, 'classpath');
  mkdirSync(cache, { recursive: true });
  if (!existsSync(classpath)) {
    const mayFetch = Boolean(process.env.CI ?? process.env.FACEWARD_FETCH_JAVA);
    const part = `${classpath}.part`;
    const resolve = ['dependency:build-classpath', `-Dmdep.outputFile=${part}`];
    const found = call('mvn', [...(mayFetch ? [] : ['-o']), '-q', '-f', join(SOURCES, tool, 'pom.xml'), ...resolve]);
    if (found !== null) {
      const how = mayFetch ? '' : ' (FACEWARD_FETCH_JAVA=1 lets Maven download what is missing)';
      return { missing: `the Java libraries of "${tool}" cannot be had${how}: ${found}` };
    }
    const compiled = call('javac', [
      '-nowarn',
      '-cp',
      readFileSync(part, 'utf8'),
      '-d',
      cache,
      join(SOURCES, tool, 'Main.java'),
    ]);
    if (compiled !== null) return { missing: `"${tool}" cannot be compiled: ${compiled}` };
    renameSync(part, classpath);
  }
  return {
    run(files) {
      const all = `${cache}:${readFileSync(classpath, 'utf8')}`;
      const { status, stdout, stderr, error } = spawnSync('java', ['-cp', all, 'Main', ...files], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      if (status !== 0) throw new Error(`"${tool}" was expected to end well; it says ${error?.message ?? stderr}`);
      return stdout.split('\n').filter((line) => line !== '');
    },
  };
}

/** @returns Null when it ended well, else its last words. */
function call(program: string, args: readonly string[]): string | null {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: MOST_MS });
  return status === 0 ? null : (error?.message ?? `${stdout}${stderr}`.trim().split('\n').slice(0, 3).join(' '));
}
