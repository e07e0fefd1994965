import { Command } from 'commander';
import type { Erasure, ErasureTarget } from '../../../../contract/records/erasures.ts';
import type { Caller } from '../../../../service/runtime/caller.ts';
import type { Service } from '../../../../service/service.ts';
import { Misuse } from '../../misuse.ts';
import { runCommand } from '../../run-command.ts';
import { addSignInOptions } from '../../sign-in.ts';
import { sayBeside, sayJson, sayResult } from '../../terminal.ts';
import { askAgain, type EraseOptions, takeReceipt, toErase } from './erase-options.ts';
import { sayPreview } from './say-erasure.ts';

const WHAT_STAYS =
  'What it takes and what stays is said first; with --dry-run nothing else is done. It waits for as long as the site says, in\n' +
  'which “faceward erase undo” takes it back, unless --now is given. What stays: entries of the audit log, by ids;\n' +
  'models that were made with the child; backups, and what was handed out. For an administrator; the program must not be open\n' +
  'on the same data. The password is asked for once more before anything goes.';

/** `erase child`, `erase session`, `erase picture` and `erase video`. */
export function addEraseCommands(erase: Command): void {
  erase.addCommand(
    eraseOne('child', 'erase a child with all its sessions, pictures, videos and kept reports')
      .argument('<code>', "the child's code")
      .action((code: string, options: EraseOneOptions) =>
        runCommand(() => eraseAs(options, (service, caller) => childOf(service, caller, code))),
      ),
  );
  erase.addCommand(
    eraseOne('session', 'erase a session with its readings, words, pictures, video and kept reports')
      .argument('<session>', "the session's id")
      .action((sessionId: string, options: EraseOneOptions) =>
        runCommand(() => eraseAs(options, async () => ({ kind: 'session', sessionId }))),
      ),
  );
  erase.addCommand(
    eraseOne('picture', 'erase one kept picture, with what was made of it')
      .argument('<session>', "the session's id")
      .requiredOption('--at <ms>', "the picture's moment on the session's clock, in milliseconds")
      .action((sessionId: string, options: EraseOneOptions & { at: string }) =>
        runCommand(() => eraseAs(options, async () => ({ kind: 'picture', sessionId, atMs: momentOf(options.at) }))),
      ),
  );
  erase.addCommand(
    eraseOne('video', "erase a session's video; its readings stay")
      .argument('<session>', "the session's id")
      .action((sessionId: string, options: EraseOneOptions) =>
        runCommand(() => eraseAs(options, async () => ({ kind: 'video', sessionId }))),
      ),
  );
}

interface EraseOneOptions extends EraseOptions {
  now: boolean;
}

function eraseOne(name: string, summary: string): Command {
  return addSignInOptions(new Command(name))
    .summary(summary)
    .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.\n${WHAT_STAYS}`)
    .option('--reason <text>', 'why, for the receipt; it must not name the child')
    .option('--now', 'erase at once, whatever the site says: without days in which it can be taken back', false)
    .option('--dry-run', 'says what would go and what would stay, and erases nothing', false)
    .option('--out <file>', 'file to write the signed receipt to; it is kept in the store, too')
    .option('--json', 'say it as one JSON document on stdout', false)
    .exitOverride();
}

function momentOf(text: string): number {
  const atMs = Number(text);
  if (text.trim() === '' || !(atMs >= 0)) throw new Misuse(`--at: milliseconds from 0 on were expected; found ${text}`);
  return atMs;
}

async function childOf(service: Service, caller: Caller, code: string): Promise<ErasureTarget> {
  const children = await service.call(caller, 'children.codes', {});
  const child = children.find((each) => each.code.toLowerCase() === code.toLowerCase());
  if (!child) throw new Error(`a child with the code ${code} is not there`);
  return { kind: 'child', childId: child.id };
}

async function eraseAs(
  options: EraseOneOptions,
  targetOf: (service: Service, caller: Caller) => Promise<ErasureTarget>,
): Promise<void> {
  const { reason, now, dryRun, out, json } = options;
  await toErase(options, async (service, caller) => {
    const target = await targetOf(service, caller);
    const preview = await service.call(caller, 'erasures.preview', { target });
    if (dryRun && json) sayJson(preview);
    else if (dryRun || !json) sayPreview(preview);
    if (!dryRun) await erase(service, caller, { target, reason: reason!, now, out, json });
  });
}

interface Decided {
  readonly target: ErasureTarget;
  readonly reason: string;
  readonly now: boolean;
  readonly out: string | undefined;
  readonly json: boolean;
}

async function erase(service: Service, caller: Caller, { target, reason, now, out, json }: Decided): Promise<void> {
  const password = await askAgain(service, caller);
  const erasure = await service.call(caller, 'erasures.erase', { target, reason, atOnce: now, password });
  if (erasure.state === 'held') return sayWaits(erasure, { out, json });
  const receipt = await takeReceipt(service, caller, { erasureId: erasure.id, out });
  if (json) sayJson(JSON.parse(receipt));
  else {
    sayResult(
      `Erased. Receipt ${erasure.id}${out === undefined ? ': faceward erase receipt writes it' : ` written to ${out}`}.`,
    );
  }
  const { isOverwriteDue } = await service.call(caller, 'erasures.list', {});
  if (isOverwriteDue) {
    sayBeside(
      "What was erased is in no table any more; the store's file could not be written anew, which is tried again the next time it is open.",
    );
  }
}

function sayWaits(erasure: Erasure, { out, json }: Pick<Decided, 'out' | 'json'>): void {
  if (json) sayJson(erasure);
  else
    sayResult(
      `It waits, and is erased at ${erasure.dueAtIso}. Until then “faceward erase undo ${erasure.id}” takes it back, and “faceward erase now ${erasure.id}” does not wait.`,
    );
  if (out !== undefined) sayBeside(`There is a receipt once it is erased; nothing was written to ${out}.`);
}
