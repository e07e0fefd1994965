import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** For tests: a program in Java, with the libraries that Maven fetches for it. */
export interface JavaProgram {
  /** @returns What it printed. */
  run(...args: readonly string[]): Promise<string>;
}

/**
 * Makes a validator ready that exists in Java only: a folder with a pom.xml and one source file, which Java runs as it is.
 *
 * @returns Why it cannot be run on this machine, where Java or Maven are missing.
 * @throws Error if they are there and Maven could not fetch what the pom.xml names.
 */
export async function prepareJavaProgram(folder: string, source: string): Promise<JavaProgram | { missing: string }> {
  for (const command of ['java', 'mvn']) {
    const works = await run(command, ['-version']).then(
      () => true,
      () => false,
    );
    if (!works) return { missing: `${source} was not run: this machine has no ${command}` };
  }
  const dir = mkdtempSync(join(tmpdir(), 'faceward-java-'));
  try {
    const file = join(dir, 'classpath');
    const goal = ['dependency:build-classpath', `-Dmdep.outputFile=${file}`];
    await run('mvn', ['-q', '-B', '-f', join(folder, 'pom.xml'), ...goal]);
    const classpath = readFileSync(file, 'utf8').trim();
    return {
      run: async (...args) => (await run('java', ['-cp', classpath, join(folder, source), ...args])).stdout,
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
