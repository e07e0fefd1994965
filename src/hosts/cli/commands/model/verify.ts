import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { EXCHANGE_VERSION } from '../../../../core/registry/exchange/manifest.ts';
import { type ModelFileVerdict, openModelFile } from '../../../../core/registry/exchange/model-file.node.ts';
import { type PublicKey, readPublicKeyPem } from '../../../../core/security/signature.node.ts';
import { failure } from '../../../../core/words/failure.ts';
import { englishOf } from '../../../../core/words/failure-sentence.ts';
import { Misuse } from '../../misuse.ts';
import { EXIT_CODES, runCommand } from '../../run-command.ts';
import { sayJson, sayResult } from '../../terminal.ts';

interface VerifyOptions {
  key?: string;
  json: boolean;
}

export function verifyCommand(): Command {
  return new Command('verify')
    .summary('tell whether a model file is as a site signed it')
    .description(
      'Tells whether a .faceward-model file is as a site signed it, and which file in it is not. Needs no data of a site and\n' +
        'no password. Which site it was is known only by comparison with its key, which the site gives.',
    )
    .argument('<file>', 'the file')
    .option('--key <file>', "the site's key, as the site gives it (PEM)")
    .option('--json', 'say the verdict as one JSON document on stdout', false)
    .addHelpText(
      'after',
      '\nExit codes: 0 unchanged and signed by the site of --key; 1 changed, of a later version, or no model file;\n' +
        '2 misuse; 3 unchanged, but by an unknown site: no --key was given, or it is the key of another.',
    )
    .action((file: string, options: VerifyOptions) => runCommand(() => verify(file, options)));
}

async function verify(file: string, { key: keyFile, json }: VerifyOptions): Promise<void> {
  const known = keyFile === undefined ? null : await readKey(keyFile);
  const verdict = await openModelFile(await readFile(file));
  const isKnown = verdict.kind === 'signed' && verdict.key.text === known?.text;
  if (json) sayJson(asJson(verdict, isKnown));
  else sayResult(inWords(verdict, isKnown));
  if (verdict.kind !== 'signed') process.exitCode = EXIT_CODES.failed;
  else if (!isKnown) process.exitCode = EXIT_CODES.unknownSite;
}

async function readKey(file: string): Promise<PublicKey> {
  const key = readPublicKeyPem(await readFile(file, 'utf8'));
  if (!key) throw new Misuse(`a public key (Ed25519, PEM) was expected; ${file} holds none`);
  return key;
}

function inWords(verdict: ModelFileVerdict, isKnown: boolean): string {
  switch (verdict.kind) {
    case 'not-a-model-file':
      return englishOf(failure('exchange.not-a-model-file'));
    case 'newer':
      return englishOf(failure('exchange.newer', { found: verdict.version, known: EXCHANGE_VERSION }));
    case 'unwanted':
      return englishOf(failure('exchange.unwanted', { file: verdict.name }));
    case 'changed':
      return englishOf(failure('exchange.changed', { file: verdict.name }));
    case 'signed': {
      const { model, site, madeAtIso } = verdict.manifest;
      const whose = isKnown
        ? 'Known site: it is the key that was given.'
        : 'Unknown site: compare the digits above with what it tells you, or give its key with --key.';
      return (
        `Model ${model.id} ${model.version}, signed on ${madeAtIso.slice(0, 10)} by a site that calls itself "${site.name}", with the key\n` +
        `${verdict.key.fingerprint}, and unchanged since.\n${whose}`
      );
    }
  }
}

function asJson(verdict: ModelFileVerdict, isKnown: boolean) {
  if (verdict.kind !== 'signed') return verdict;
  const { model, site, consent, madeAtIso } = verdict.manifest;
  const { fingerprint } = verdict.key;
  return {
    kind: 'signed',
    site: isKnown ? 'known' : 'unknown',
    siteName: site.name,
    fingerprint,
    model,
    consent,
    madeAtIso,
  };
}
