// Asks the registry of packages what is known against the libraries that ship, and ends with 1 where that is moderate or worse. A
// registry that does not answer is no finding: that nothing was asked is said in one line, and in CI as a warning beside the run.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const SERIOUS = ['moderate', 'high', 'critical'];

/** What is used of an answer of `npm audit --json`. */
interface Answer {
  readonly metadata?: {
    readonly vulnerabilities?: Readonly<Record<string, number>>;
    readonly dependencies?: { readonly prod?: number };
  };
  readonly vulnerabilities?: Readonly<Record<string, { readonly name: string; readonly severity: string }>>;
  readonly error?: { readonly summary?: string };
  readonly message?: string;
}

export interface Verdict {
  readonly line: string;
  readonly isAsked: boolean;
  readonly isBad: boolean;
}

/** What one answer of `npm audit --json` comes to. */
export function verdictOf(answer: string): Verdict {
  let said: Answer | null;
  try {
    said = JSON.parse(answer) as Answer;
  } catch {
    said = null;
  }
  const counts = said?.metadata?.vulnerabilities;
  if (!counts) {
    const why = said?.error?.summary || said?.message || 'it gave no answer that can be read';
    const line = `NOT ASKED what is known against the libraries that ship: the registry of packages did not answer (${String(why).replaceAll(/\s+/g, ' ').slice(0, 160)})`;
    return { line, isAsked: false, isBad: false };
  }
  const found = SERIOUS.filter((level) => (counts[level] ?? 0) > 0).map((level) => `${counts[level]} ${level}`);
  const names = Object.values(said?.vulnerabilities ?? {})
    .filter(({ severity }) => SERIOUS.includes(severity))
    .map(({ name }) => name);
  const of = `${said?.metadata?.dependencies?.prod ?? 'all'} libraries that ship`;
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
