import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command, Option } from 'commander';
import { FORMAT_FACTS, REPORT_FORMATS, type ReportFormat } from '../../../core/report/report-format.ts';
import { LANGUAGES, type Language } from '../../../core/words/language.ts';
import { interruption } from '../interruption.ts';
import { lookAhead, looksAtPlaceFor } from '../look-ahead/look-ahead.ts';
import { Misuse } from '../misuse.ts';
import { runCommand } from '../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../sign-in.ts';
import { sayBeside, sayJson, sayResult } from '../terminal.ts';
import { filePieces, writeWhole } from '../written/written-file.ts';

interface ReportOptions extends SignInOptions {
  out: string;
  format?: ReportFormat;
  language: Language;
  identified: boolean;
  keyOut?: string;
  json: boolean;
}

/** An ending that several formats share stands for the first of them. */
const FORMAT_OF_ENDING = new Map<string, ReportFormat>();
for (const format of REPORT_FORMATS) {
  const ending = extname(`report${FORMAT_FACTS[format].ending}`);
  if (!FORMAT_OF_ENDING.has(ending)) FORMAT_OF_ENDING.set(ending, format);
}

export function reportCommand(): Command {
  return addSignInOptions(new Command('report'))
    .summary("write a session's report")
    .description(
      'Writes the report of one session. Without --identified it holds neither code nor names, dates or free texts. The\n' +
        "site's password is asked for at the terminal, or taken from the variable FACEWARD_PASSWORD. The program must not be\n" +
        'open on the same data.',
    )
    .argument('<session>', "the session's id, as the list of sessions shows it")
    .requiredOption('--out <file>', 'file to write')
    .addOption(
      new Option('--format <format>', `by the file's ending if left out: ${endingsText()}`).choices(REPORT_FORMATS),
    )
    .addOption(new Option('--language <language>', 'of the texts in it').choices(LANGUAGES).default('en'))
    .option('--identified', 'with code, names, dates and texts; for a reviewer or an administrator', false)
    .option('--key-out <file>', 'write the key that the report can be verified with, too')
    .option('--json', 'say what was written as one JSON document on stdout', false)
    .action((session: string, options: ReportOptions) => runCommand(() => report(session, options)));
}

async function report(sessionId: string, options: ReportOptions): Promise<void> {
  const { out, language, identified, keyOut, data, json } = options;
  const format = options.format ?? formatOf(out);
  await lookAhead([...looksAtPlaceFor('--out', out, 'file'), ...looksAtPlaceFor('--key-out', keyOut, 'file')]);
  const { openService } = await import('../open-service.ts');
  const service = openService(data, sayBeside);
  using stop = interruption('Stopping: nothing is written.');
  try {
    const caller = await signIn(service, options);
    const wanted = { sessionId, format, language, isIdentified: identified };
    const begun = await service.call(caller, 'sessions.report', wanted);
    const bytes = await writeWhole(out, filePieces(service, caller, begun), stop.signal);
    if (keyOut !== undefined) {
      await writeFile(keyOut, (await service.call(caller, 'site.reportKey', {})).publicKeyPem);
    }
    if (json) sayJson({ file: out, mediaType: begun.mediaType, bytes });
    else sayResult(`Wrote ${out}`);
  } finally {
    await service.close();
  }
}

/** ".pdf, .zip (bids)" */
function endingsText(): string {
  return [...FORMAT_OF_ENDING]
    .map(([ending, format]) => (ending === `.${format}` ? ending : `${ending} (${format})`))
    .join(', ');
}

function formatOf(file: string): ReportFormat {
  const format = FORMAT_OF_ENDING.get(extname(file).toLowerCase());
  if (format) return format;
  throw new Misuse(
    `a file ending in ${[...FORMAT_OF_ENDING.keys()].join(', ')}, or --format, was expected; found ${file}`,
  );
}
