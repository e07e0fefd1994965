import { readFile, stat, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { formatWords } from '../../../core/report/format-words.ts';
import { type ChangedPart, sayChangedPart } from '../../../core/report/seal/changed-part.ts';
import { MOST_REPORT_BYTES, type Verdict, verifyReport } from '../../../core/report/seal/verify-report.node.ts';
import { type PublicKey, readPublicKeyPem } from '../../../core/security/signature.node.ts';
import { lookAhead, looksAtFile, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { Misuse } from '../misuse.ts';
import { EXIT_CODES, runCommand } from '../run-command.ts';
import { sayJson, sayResult } from '../terminal.ts';

interface VerifyOptions {
  key?: string;
  extract?: string;
  json: boolean;
}

export function verifyCommand(): Command {
  return new Command('verify')
    .summary('tell whether a report is as a site signed it')
    .description(
      'Tells whether a report, PDF or JSON, is as a site signed it, and which parts differ if it is not. Needs no data of\n' +
        'the site and no password. Which site it was is known only by comparison with its key, which the site gives.',
    )
    .argument('<file>', 'the report')
    .option('--key <file>', "the site's key, as the site gives it (PEM)")
    .option('--extract <file>', "write the report's data as JSON; only of a file whose data are as signed")
    .option('--json', 'say the verdict as one JSON document on stdout', false)
    .addHelpText(
      'after',
      '\nExit codes: 0 unchanged and signed by the site of --key; 1 changed, or no report that can be verified;\n' +
        '2 misuse; 3 unchanged, but by an unknown site: no --key was given, or it is the key of another;\n' +
        '4 the pages of a PDF were rewritten by another program, the data are as the site of --key signed them.',
    )
    .action((file: string, options: VerifyOptions) => runCommand(() => verify(file, options)));
}

async function verify(file: string, { key: keyFile, extract, json }: VerifyOptions): Promise<void> {
  await lookAhead([
    ...looksAtFile('the report', file),
    ...looksAtFile('--key', keyFile),
    ...looksAtPlaceFor('--extract', extract, 'file'),
  ]);
  const known = keyFile === undefined ? null : await readKey(keyFile);
  const { size } = await stat(file);
  if (size > MOST_REPORT_BYTES) {
    throw new Error(
      `a report of at most ${MOST_REPORT_BYTES / 2 ** 20} MB was expected; ${file} has ${Math.ceil(size / 2 ** 20)} MB, so that it is ` +
        'no report of this program',
    );
  }
  const verdict = verifyReport(await readFile(file));
  const isSigned = verdict.kind === 'unchanged' || verdict.kind === 'rewritten';
  const isKnown = isSigned && verdict.key.text === known?.text;
  if (json) sayJson(asJson(verdict, isKnown));
  else for (const line of inWords(file, verdict, known, isKnown)) sayResult(line);
  if (!isSigned) process.exitCode = EXIT_CODES.failed;
  else if (!isKnown) process.exitCode = EXIT_CODES.unknownSite;
  else if (verdict.kind === 'rewritten') process.exitCode = EXIT_CODES.pagesRewritten;
  if (extract === undefined) return;
  if (!isSigned) throw new Error(`nothing was written to ${extract}: only an unchanged report gives its data`);
  await writeFile(extract, verdict.data);
  if (!json) sayResult(`Data written to ${extract}`);
}

async function readKey(file: string): Promise<PublicKey> {
  const key = readPublicKeyPem(await readFile(file, 'utf8'));
  if (!key) throw new Misuse(`a public key (Ed25519, PEM) was expected; ${file} holds none`);
  return key;
}

const WORDS = formatWords('en');

function inWords(file: string, verdict: Verdict, known: PublicKey | null, isKnown: boolean): string[] {
  const { exports } = WORDS;
  if (verdict.kind === 'not-a-report') return [`${file}: ${exports(($) => $.verify.verdict['not-a-report'])}`];
  if (verdict.kind === 'changed') {
    return [exports(($) => $.verify.verdict.changed, { what: sayAll(verdict.what) })];
  }
  const { kind, key } = verdict;
  const signed =
    kind === 'unchanged'
      ? [`Signed by the site with the key ${key.fingerprint}, and unchanged since.`]
      : [
          `The data are signed by the site with the key ${key.fingerprint}.`,
          exports(($) => $.verify.verdict.rewritten),
        ];
  if (isKnown) return [...signed, 'Known site: it is the key that was given.'];
  if (known) return [...signed, `Unknown site: the key that was given is another, ${known.fingerprint}.`];
  return [
    ...signed,
    'Unknown site: give the key of the site that you expect with --key, or compare the digits above with it.',
  ];
}

function sayAll(what: readonly ChangedPart[]): string {
  return what.map((part) => sayChangedPart(part, WORDS)).join(', ');
}

function asJson(verdict: Verdict, isKnown: boolean) {
  if (verdict.kind === 'not-a-report') return verdict;
  if (verdict.kind === 'changed')
    return { kind: 'changed', what: verdict.what.map((part) => sayChangedPart(part, WORDS)) };
  const kind = verdict.kind === 'unchanged' ? 'signed' : 'rewritten';
  return { kind, site: isKnown ? 'known' : 'unknown', fingerprint: verdict.key.fingerprint };
}
