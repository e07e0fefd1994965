import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { LANGUAGES, type Language } from '../../../../core/words/language.ts';
import { lookAhead, looksAtPlaceFor } from '../../look-ahead/look-ahead.ts';
import { runCommand } from '../../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../../sign-in.ts';
import { sayBeside, sayJson, sayResult } from '../../terminal.ts';

interface ChildExportOptions extends SignInOptions {
  out: string;
  language: Language;
  json: boolean;
}

export function exportCommand(): Command {
  return addSignInOptions(new Command('export'))
    .summary('all that a site keeps of one child, as one zip')
    .description(
      'Writes every row of the store that is the child’s as tables, with its pictures, videos and reports as files and a page of\n' +
        'words that says what is what: for the family that asks what is known of their child. It names the child and the staff;\n' +
        'whoever has the file can read it. For an administrator; the program must not be open on the same data.',
    )
    .argument('<code>', 'the code of the child')
    .requiredOption('--out <file>', 'file to write; never over one')
    .addOption(new Option('--language <language>', 'of the reports in it').choices(LANGUAGES).default('en'))
    .option('--json', 'say what was written as one JSON document on stdout', false)
    .action((code: string, options: ChildExportOptions) => runCommand(() => exportChild(code, options)));
}

async function exportChild(code: string, options: ChildExportOptions): Promise<void> {
  await lookAhead(looksAtPlaceFor('--out', options.out, 'file'));
  const { openService } = await import('../../open-service.ts');
  const service = openService(options.data, sayBeside);
  try {
    const caller = await signIn(service, options);
    const children = await service.call(caller, 'children.codes', {});
    const child = children.find((each) => each.code.toLowerCase() === code.toLowerCase());
    if (!child) throw new Error(`a child of this site was expected; found none under the code ${code}`);
    const file = resolve(options.out);
    const { size, files } = await service.call(caller, 'children.archive', {
      childId: child.id,
      language: options.language,
      file,
    });
    if (options.json) sayJson({ file, bytes: size, files });
    else sayResult(`Wrote ${file}: ${files} files, ${size} bytes. It names the child: keep it as what it is.`);
  } finally {
    await service.close();
  }
}
