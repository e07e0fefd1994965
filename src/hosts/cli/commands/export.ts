import { Command, Option } from 'commander';
import { REPORT_FORMATS, type ReportFormat } from '../../../contract/review/reports.ts';
import type { Session } from '../../../contract/sessions.ts';
import { LANGUAGES, type Language } from '../../../core/words/language.ts';
import { openExportFolder, type WantedFile } from '../export-folder.ts';
import { interruption } from '../interruption.ts';
import { lookAhead, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { systemWords } from '../refusals/system-words.ts';
import { EXIT_CODES, runCommand } from '../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../sign-in.ts';
import { progressBar, sayBeside, sayJson, sayResult } from '../terminal.ts';
import { filePieces } from '../written/written-file.ts';

interface ExportOptions extends SignInOptions {
  out: string;
  child?: string;
  format: ReportFormat[];
  language: Language;
  identified: boolean;
  again: boolean;
  json: boolean;
}

export function exportCommand(): Command {
  return addSignInOptions(new Command('export'))
    .summary('write the reports of many sessions')
    .description(
      'Writes the reports of all sessions that have ended, or of one child, into a folder: a folder a format, BIDS as one\n' +
        'dataset. Sessions that are marked as not their child’s are left out. What is there already is left as it is, so that the command can be stopped and run again. Without\n' +
        "--identified the files hold neither codes nor names, dates or free texts. The site's password is asked for at the\n" +
        'terminal, or taken from the variable FACEWARD_PASSWORD. The program must not be open on the same data.',
    )
    .requiredOption('--out <dir>', 'folder to write into')
    .option('--child <code>', 'only sessions of this child')
    .addOption(new Option('--format <formats...>', 'one or several').choices(REPORT_FORMATS).default(['pdf']))
    .addOption(new Option('--language <language>', 'of the texts in them').choices(LANGUAGES).default('en'))
    .option('--identified', 'with codes, names, dates and texts; for a reviewer or an administrator', false)
    .option('--again', 'write what is there already once more, after corrections for one', false)
    .option('--json', 'say what was written as one JSON document on stdout', false)
    .action((options: ExportOptions) => runCommand(() => exportAll(options)));
}

async function exportAll(options: ExportOptions): Promise<void> {
  await lookAhead(looksAtPlaceFor('--out', options.out, 'folder'));
  const { openService } = await import('../open-service.ts');
  const service = openService(options.data, sayBeside);
  using stop = interruption('Stopping behind this file. Once more stops at once.');
  try {
    const caller = await signIn(service, options);
    const folder = await openExportFolder(options.out);
    const wanted = wantedFiles(await service.call(caller, 'sessions.list', {}), options);
    const missing = wanted.filter((file) => options.again || !folder.has(file));
    const bar = progressBar('files', { quiet: options.json });
    const written: string[] = [];
    const problems: string[] = [];
    for (const file of missing) {
      if (stop.signal.aborted) break;
      bar.update(written.length + problems.length, missing.length);
      try {
        const begun = await service.call(caller, 'sessions.report', file);
        const pieces = filePieces(service, caller, begun);
        written.push(await folder.keep(file, { fileName: begun.fileName, pieces }));
      } catch (error) {
        if (isForAll(error)) throw error;
        problems.push(
          `${file.sessionId}, ${file.format}: ${systemWords(error instanceof Error ? error.message : String(error))}`,
        );
      }
    }
    bar.stop();
    const left = missing.length - written.length - problems.length;
    say(options, { written, alreadyThere: wanted.length - missing.length, problems, left });
    if (left > 0) process.exitCode = EXIT_CODES.runAgain;
    else if (problems.length > 0) process.exitCode = EXIT_CODES.failed;
  } finally {
    await service.close();
  }
}

/** Oldest session first. @throws Error if there is no such child, or nothing to export. */
function wantedFiles(
  sessions: readonly Session[],
  { child, format, language, identified }: ExportOptions,
): WantedFile[] {
  const chosen = sessions
    .filter(({ state, setAside }) => state !== 'running' && !setAside)
    .filter(({ childCode }) => child === undefined || childCode.toLowerCase() === child.toLowerCase())
    .toSorted((a, b) => a.startedAtIso.localeCompare(b.startedAtIso));
  if (chosen.length === 0) {
    throw new Error(child === undefined ? 'no session has ended yet' : `no session of child ${child} has ended`);
  }
  return chosen.flatMap(({ id }) =>
    format.map((each) => ({ sessionId: id, format: each, language, isIdentified: identified })),
  );
}

/** Whether every other file would fail in the same way: a refusal, a full disk. */
function isForAll(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['forbidden', 'not-signed-in', 'disk-full', 'damaged-store', 'ENOSPC', 'EDQUOT', 'EACCES', 'EROFS'].includes(
    code,
  );
}

function say(
  { out, json }: ExportOptions,
  found: { written: string[]; alreadyThere: number; problems: string[]; left: number },
): void {
  for (const problem of found.problems) sayBeside(`not made: ${problem}`);
  if (json) sayJson({ dir: out, ...found });
  else {
    sayResult(
      `Wrote ${found.written.length} to ${out}; ${found.alreadyThere} were there; ${found.problems.length} could not be made` +
        (found.left > 0 ? `; ${found.left} are left: run it again.` : '.'),
    );
  }
}
