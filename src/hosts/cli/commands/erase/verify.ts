import { readFile, stat } from 'node:fs/promises';
import { Command } from 'commander';
import { readPublicKeyPem } from '../../../../core/security/signature.node.ts';
import { type ErasureReceipt, readReceipt } from '../../../../core/store/erase/erasure-receipt.node.ts';
import { lookAhead, looksAtFile } from '../../look-ahead/look-ahead.ts';
import { Misuse } from '../../misuse.ts';
import { EXIT_CODES, runCommand } from '../../run-command.ts';
import { sayResult } from '../../terminal.ts';

/** Receipts name sessions by ids: a child of ten thousand sessions has half of this. */
const MOST_BYTES = 1024 * 1024;

export function verifyCommand(): Command {
  return new Command('verify')
    .summary('tell whether a receipt is as a site signed it')
    .description('Tells whether a receipt of an erasure is as a site signed it. Needs no data of the site.')
    .argument('<file>', 'the receipt')
    .option('--key <file>', "the site's key, as the site gives it (PEM)")
    .addHelpText(
      'after',
      '\nExit codes: 0 genuine, and of the site of --key; 1 changed, or no receipt; 2 misuse; 3 genuine, but signed by an unknown\n' +
        'site.',
    )
    .action((file: string, options: { key?: string }) => runCommand(() => verify(file, options)));
}

async function verify(file: string, { key: keyFile }: { readonly key?: string }): Promise<void> {
  await lookAhead([...looksAtFile('the file', file), ...looksAtFile('--key', keyFile)]);
  const { size } = await stat(file);
  if (size > MOST_BYTES) throw new Error(`${file}: a receipt of at most 1 MB was expected; it has ${size} bytes`);
  const known = keyFile === undefined ? null : readPublicKeyPem(await readFile(keyFile, 'utf8'));
  if (keyFile !== undefined && !known)
    throw new Misuse(`a public key (Ed25519, PEM) was expected; ${keyFile} holds none`);
  const verdict = readReceipt(await readFile(file, 'utf8'));
  if (verdict.kind !== 'genuine') {
    sayResult(
      verdict.kind === 'changed'
        ? 'Changed: it is not as the site signed it.'
        : 'Not a receipt of an erasure: a file as “faceward erase receipt” writes it was expected.',
    );
    process.exitCode = EXIT_CODES.failed;
    return;
  }
  const { receipt, key } = verdict;
  sayResult(
    `Genuine: ${receipt.siteName} erased ${inWords(receipt)} at ${receipt.erasedAtIso}, asked for by ${receipt.askedBy}. ` +
      `Reason: ${receipt.reason}`,
  );
  if (key.text === known?.text) return sayResult('Signed by the site of the key that was given.');
  const why = known ? 'the key that was given is another' : 'give the key that you expect with --key';
  sayResult(`Signed by an unknown site, with the key ${key.fingerprint}: ${why}.`);
  process.exitCode = EXIT_CODES.unknownSite;
}

const WHAT: Readonly<Record<ErasureReceipt['what'], string>> = {
  child: 'a child',
  session: 'a session',
  picture: 'a picture',
  pictures: 'the pictures of a session',
  video: 'a video',
  user: 'the name of a user',
  export: 'an export',
};

function inWords({ what, pseudonym, ofId }: ErasureReceipt): string {
  if (what === 'user' || what === 'export') return `${WHAT[what]}, ${ofId},`;
  return `${WHAT[what]} of ${pseudonym || ofId}`;
}
