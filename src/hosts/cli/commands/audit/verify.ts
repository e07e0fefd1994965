import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { AuditBeginning } from '../../../../core/security/audit-beginning.node.ts';
import { type PublicKey, readPublicKeyPem } from '../../../../core/security/signature.node.ts';
import { lookAhead, looksAtFile } from '../../look-ahead/look-ahead.ts';
import { Misuse } from '../../misuse.ts';
import { EXIT_CODES, runCommand } from '../../run-command.ts';
import { type SignInOptions, signIn } from '../../sign-in.ts';
import { sayBeside, sayResult } from '../../terminal.ts';
import { type HeldHead, readHeldHead } from './held-head.ts';

interface VerifyOptions extends Omit<SignInOptions, 'data'> {
  data?: string;
  key?: string;
}

export function verifyCommand(): Command {
  return new Command('verify')
    .summary('tell whether an audit log is whole')
    .description(
      'Tells whether an exported log is as a site signed it, from its first entry to its last, without data of the site. With\n' +
        '--data it reads the log of a site, checks every link, and compares it with FILE: an exported log, a signed report or a\n' +
        'copy of audit-head.json, which tell of an end that the log must go through. For an administrator of the site.',
    )
    .argument('[file]', 'an exported log, a signed report, or a copy of audit-head.json')
    .option('--key <file>', "the site's key, as the site gives it (PEM)")
    .option('--data <dir>', "folder of a site's data; its log is read, too")
    .option('--user <name>', 'who signs in; may be left out where there is only one')
    .option('--without <copy>', 'opens a site whose log is damaged without what is lost: the copy that was named then')
    .addHelpText(
      'after',
      '\nExit codes: 0 whole, and of the site of --key or --data; 1 not whole, or something is missing; 2 misuse; 3 whole, but\n' +
        'signed by an unknown site.',
    )
    .action((file: string | undefined, options: VerifyOptions) => runCommand(() => verify(file, options)));
}

async function verify(file: string | undefined, { data, key: keyFile, ...who }: VerifyOptions): Promise<void> {
  if (file === undefined && data === undefined) throw new Misuse('name a file, or a site with --data, or both');
  await lookAhead([...looksAtFile('the file', file), ...looksAtFile('--key', keyFile)]);
  const known = keyFile === undefined ? null : await readKey(keyFile);
  const held = file === undefined ? null : await readHeldHead(file);
  if (held && 'fault' in held) {
    sayResult(`Not whole: ${held.fault}.`);
    process.exitCode = EXIT_CODES.failed;
    return;
  }
  if (held) sayResult(`Whole: ${held.what}, up to entry ${held.head.entries}.`);
  if (held?.beginning) sayResult(sayRemoved(held.beginning));
  if (data !== undefined) await compareWithSite({ ...who, data }, held);
  else if (held) sayWhose(held, known);
}

function sayWhose({ key }: HeldHead, known: PublicKey | null): void {
  const isKnown = key.text === known?.text;
  sayResult(
    isKnown
      ? 'Signed by the site of the key that was given.'
      : `Signed by an unknown site, with the key ${key.fingerprint}: ${known ? 'the key that was given is another' : 'give the key that you expect with --key'}.`,
  );
  if (!isKnown) process.exitCode = EXIT_CODES.unknownSite;
}

async function compareWithSite(options: SignInOptions, held: HeldHead | null): Promise<void> {
  const { openService } = await import('../../open-service.ts');
  const service = openService(options.data, sayBeside);
  try {
    const caller = await signIn(service, options);
    const { fingerprint } = await service.call(caller, 'site.reportKey', {});
    if (held && held.key.fingerprint !== fingerprint) {
      throw new Error(`the file is signed with the key ${held.key.fingerprint}; that of this site is ${fingerprint}`);
    }
    const { chain, held: compared } = await service.call(caller, 'audit.verify', { held: held ? [held.head] : [] });
    const findings = await service.call(caller, 'audit.findings', {});
    if (chain.kind === 'broken') sayResult(`The log of the site is broken: ${chain.message}.`);
    else {
      const { head, removed } = chain;
      sayResult(`The log of the site is a whole chain of ${(head?.entries ?? 0) - (removed?.entries ?? 0)} entries.`);
      if (removed) sayResult(sayRemoved(removed));
    }
    if (held) sayResult(sayCompared(compared[0]!, held.head.entries));
    const isWhole = chain.kind === 'intact' && compared.every((each) => each === 'agrees' || each === 'removed');
    if (!isWhole || findings.some(({ acknowledged }) => !acknowledged)) process.exitCode = EXIT_CODES.failed;
  } finally {
    await service.close();
  }
}

function sayRemoved({ entries, untilIso, months }: Pick<AuditBeginning, 'entries' | 'untilIso' | 'months'>): string {
  return `Entries up to ${untilIso} were removed by rule (kept for ${months} months), as the site signed: ${entries}. The first that is left is entry ${entries + 1}.`;
}

function sayCompared(compared: 'agrees' | 'removed' | 'missing' | 'differs', entries: number): string {
  if (compared === 'agrees')
    return `It goes through entry ${entries} of the file: nothing before it was changed or removed.`;
  if (compared === 'removed')
    return `Entry ${entries} of the file was removed by rule: what was before cannot be compared; what follows is whole.`;
  if (compared === 'missing') return `It ends before entry ${entries} of the file: entries are missing.`;
  return `Entry ${entries} is another than in the file: the log was written anew, or an older store was put back.`;
}

async function readKey(file: string): Promise<PublicKey> {
  const key = readPublicKeyPem(await readFile(file, 'utf8'));
  if (!key) throw new Misuse(`a public key (Ed25519, PEM) was expected; ${file} holds none`);
  return key;
}
