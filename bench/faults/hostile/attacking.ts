import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Kind, Outcome, TrialAddress } from '../trial.ts';
import { DOORS, loadDoor } from './doors.ts';
import { makeSite } from './made-site.ts';
import { inFolder, SAYS_TO, type Step } from './protocol.ts';

const PROGRAM = fileURLToPath(new URL('attack.ts', import.meta.url));

/** By when an input has its end where its door says nothing else. */
const BOUND_MS = 60_000;
/** What a process may hold: the program and its libraries hold a third of it with nothing to do. */
const MOST_MB = 1536;

type Findings = Outcome['findings'][number][];

/** A door's kind of fault, to be tried as kills are. */
export function hostileKind(name: string): Kind {
  return {
    name: `hostile ${name}`,
    skipped: null,
    prepare: (folder) => madeOnce(join(folder, '..', 'hostile-site')),

    async run(prepared, work, address) {
      const places = inFolder(work);
      const good = join(prepared, '..', 'hostile-site');
      for (const each of ['site', 'made'] as const) cpSync(join(good, each), places[each], { recursive: true });
      for (const each of [places.temp, places.home]) mkdirSync(each, { recursive: true });
      const before = digestOf(places.made);
      const { findings, inputs } = await attack(name, work, address);
      if (digestOf(places.made) !== before)
        findings.push({ kind: 'corrupt', what: 'files that are only read were changed' });
      const strange = strangers(work);
      if (strange.length > 0)
        findings.push({ kind: 'corrupt', what: `written outside of its folders: ${strange.join(', ')}` });
      const end = findings.length > 0 ? 'wrong' : 'in words';
      return { end, acknowledged: 0, inputs, findings };
    },
  };
}

/** All doors, each as often as it takes a turn; those that take none here are left out. */
export async function hostileKinds(): Promise<Kind[]> {
  const kinds = await Promise.all(
    Object.keys(DOORS).map(async (name) => ({ kind: hostileKind(name), turns: (await loadDoor(name)).turns })),
  );
  // One of each, then one of each that has turns left: the rare ones do not come at the end.
  const most = Math.max(...kinds.map(({ turns }) => turns));
  return Array.from({ length: most }, (_, round) => kinds.filter(({ turns }) => round < turns)).flatMap((each) =>
    each.map(({ kind }) => kind),
  );
}

/** For a process to load the program before its first input, on a machine that does other things too. */
const START_MS = 300_000;

const made = new Map<string, Promise<void>>();

function madeOnce(folder: string): Promise<void> {
  const known = made.get(folder);
  if (known) return known;
  const making = makeSite(folder);
  made.set(folder, making);
  return making;
}

async function attack(name: string, work: string, { seed, trial }: TrialAddress): Promise<Watched> {
  const { boundMs = BOUND_MS } = await loadDoor(name);
  const { temp, home } = inFolder(work);
  const child = spawn(
    process.execPath,
    ['--no-warnings', `--max-old-space-size=${MOST_MB}`, PROGRAM, name, work, String(seed), String(trial)],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        TMPDIR: temp,
        TEMP: temp,
        TMP: temp,
        HOME: home,
        XDG_DATA_HOME: home,
        APPDATA: home,
        NODE_ENV: 'test',
      },
    },
  );
  return await watched(child, boundMs);
}

interface Watched {
  readonly findings: Findings;
  /** Inputs that came to their end. */
  readonly inputs: number;
}

/** Listens to a process that attacks until its end, and kills it where an input has none in time. */
export async function watched(child: ChildProcess, boundMs: number): Promise<Watched> {
  const exited = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      printed = (printed + bytes.toString('utf8')).slice(-3000);
    });
  }
  const findings: Findings = [];
  let inputs = 0;
  let input = -1;
  let mb = 0;
  let isDone = false;
  let isHung = false;
  const hang = () => {
    isHung = true;
    const what =
      input < 0 ? `it did not begin within ${START_MS / 1000} s` : `input ${input}: no end within ${boundMs / 1000} s`;
    findings.push({ kind: 'crashed', what });
    child.kill('SIGKILL');
  };
  let timer = setTimeout(hang, START_MS);
  for await (const line of createInterface({ input: child.stdio[SAYS_TO] as Readable })) {
    clearTimeout(timer);
    const step: Step = JSON.parse(line);
    if (step.kind === 'begun') input = step.input;
    else if (step.kind === 'finding') findings.push(step.finding);
    else if (step.kind === 'ended') {
      inputs += 1;
      if (step.mb > MOST_MB && mb <= MOST_MB) {
        findings.push({ kind: 'crashed', what: `input ${input}: the process came to hold ${Math.round(step.mb)} MB` });
      }
      mb = step.mb;
    } else isDone = true;
    timer = setTimeout(hang, boundMs);
  }
  clearTimeout(timer);
  const [code, signal] = await exited;
  if (!isDone && !isHung) {
    findings.push({
      kind: 'crashed',
      what: `input ${input}: the process ended (${code ?? signal}): ${printed.trim()}`,
    });
  }
  return { findings, inputs };
}

/** Files of a trial that lie in none of the folders which may be written to. */
export function strangers(work: string): string[] {
  const { site, made: files, out, temp, home } = inFolder(work);
  const mine = [site, files, out, temp, home].map((each) => relative(work, each));
  return readdirSync(work, { recursive: true, withFileTypes: true })
    .map((entry) => relative(work, join(entry.parentPath, entry.name)))
    .filter(
      (path) => !mine.some((each) => each === path || each.startsWith(path + sep) || path.startsWith(each + sep)),
    );
}

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of entries.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(relative(folder, path)).update(readFileSync(path));
  }
  return hash.digest('hex');
}
