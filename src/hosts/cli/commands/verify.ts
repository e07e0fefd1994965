import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { type Verdict, verifyReport } from '../../../core/report/seal/verify-report.node.ts';
import { type PublicKey, readPublicKeyPem } from '../../../core/security/signature.node.ts';
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
    .option('--extract <file>', "write the report's data as JSON; only of a file that is unchanged")
    .option('--json', 'say the verdict as one JSON document on stdout', false)
    .addHelpText(
      'after',
      '\nExit codes: 0 unchanged and signed by the site of --key; 1 changed, or no report that can be verified;\n' +
        '2 misuse; 3 unchanged, but by an unknown site: no --key was given, or it is the key of another.',
    )
    .action((file: string, options: VerifyOptions) => runCommand(() => verify(file, options)));
}

async function verify(file: string, { key: keyFile, extract, json }: VerifyOptions): Promise<void> {
  const known = keyFile === undefined ? null : await readKey(keyFile);
  const verdict = verifyReport(await readFile(file));
  const isKnown = verdict.kind === 'unchanged' && verdict.key.text === known?.text;
  if (json) sayJson(asJson(verdict, isKnown));
  else for (const line of inWords(file, verdict, known, isKnown)) sayResult(line);
  if (verdict.kind !== 'unchanged') process.exitCode = EXIT_CODES.failed;
  else if (!isKnown) process.exitCode = EXIT_CODES.unknownSite;
  if (extract === undefined) return;
  if (verdict.kind !== 'unchanged')
    throw new Error(`nothing was written to ${extract}: only an unchanged report gives its data`);
  await writeFile(extract, verdict.data);
  if (!json) sayResult(`Data written to ${extract}`);
}

async function readKey(file: string): Promise<PublicKey> {
  const key = readPublicKeyPem(await readFile(file, 'utf8'));
  if (!key) throw new Misuse(`a public key (Ed25519, PEM) was expected; ${file} holds none`);
  return key;
}

function inWords(file: string, verdict: Verdict, known: PublicKey | null, isKnown: boolean): string[] {
  if (verdict.kind === 'not-a-report') {
    return [`Not a report that can be verified: ${file} carries no seal. CSV files and unsigned copies have none.`];
  }
  if (verdict.kind === 'changed') return [`Changed: ${verdict.what.join(', ')}.`];
  const signed = `Signed by the site with the key ${verdict.key.fingerprint}, and unchanged since.`;
  if (isKnown) return [signed, 'Known site: it is the key that was given.'];
  if (known) return [signed, `Unknown site: the key that was given is another, ${known.fingerprint}.`];
  return [
    signed,
    'Unknown site: give the key of the site that you expect with --key, or compare the digits above with it.',
  ];
}

function asJson(verdict: Verdict, isKnown: boolean) {
  if (verdict.kind !== 'unchanged') return verdict;
  return { kind: 'signed', site: isKnown ? 'known' : 'unknown', fingerprint: verdict.key.fingerprint };
}
