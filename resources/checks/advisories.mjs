// Asks the registry of packages what is known against the libraries that ship, and ends with 1 where that is moderate or worse. A
// registry that does not answer is no finding: that nothing was asked is said in one line, and in CI as a warning beside the run.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const SERIOUS = ['moderate', 'high', 'critical'];

/**
 * What one answer of `npm audit --json` comes to.
 *
 * @param {string} answer
 * @returns {{ line: string, isAsked: boolean, isBad: boolean }}
 */
export function verdictOf(answer) {
  let said;
  try {
    said = JSON.parse(answer);
  } catch {
    said = null;
  }
  const counts = said?.metadata?.vulnerabilities;
  if (!counts) {
    const why = said?.error?.summary || said?.message || 'it gave no answer that can be read';
    const line = `NOT ASKED what is known against the libraries that ship: the registry of packages did not answer (${String(why).replaceAll(/\s+/g, ' ').slice(0, 160)})`;
    return { line, isAsked: false, isBad: false };
  }
  const found = SERIOUS.filter((level) => counts[level] > 0).map((level) => `${counts[level]} ${level}`);
  const names = Object.values(said.vulnerabilities ?? {})
    .filter(({ severity }) => SERIOUS.includes(severity))
    .map(({ name }) => name);
  const of = `${said.metadata.dependencies?.prod ?? 'all'} libraries that ship`;
  return found.length === 0
    ? { line: `nothing moderate or worse is known against the ${of}`, isAsked: true, isBad: false }
    : { line: `known against the ${of}: ${found.join(', ')} (${names.join(', ')})`, isAsked: true, isBad: true };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { stdout } = spawnSync(
    'npm',
    ['audit', '--omit', 'dev', '--json', '--fetch-retries', '0', '--fetch-timeout', '20000'],
    {
      encoding: 'utf8',
      // npm is a script of the shell on Windows.
      shell: process.platform === 'win32',
      maxBuffer: 64e6,
    },
  );
  const { line, isAsked, isBad } = verdictOf(stdout ?? '');
  console.log(`${!isAsked && process.env.GITHUB_ACTIONS ? '::warning::' : ''}${line}`);
  process.exitCode = isBad ? 1 : 0;
}
