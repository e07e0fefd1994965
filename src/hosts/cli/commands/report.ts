import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command } from 'commander';
import { defaultDataDir } from '../../../core/engine/data-folder.node.ts';
import { askPassword } from '../ask-password.ts';
import { Misuse } from '../misuse.ts';
import { runCommand } from '../run-command.ts';
import { sayBeside, sayJson, sayResult } from '../terminal.ts';

interface ReportOptions {
  out: string;
  data: string;
  user?: string;
  json: boolean;
}

const FORMATS = { '.pdf': 'pdf', '.csv': 'csv', '.json': 'json' } as const;

export function reportCommand(): Command {
  return new Command('report')
    .summary("write a session's report")
    .description(
      "Writes the report of one session as PDF, CSV or JSON, by the file's ending. The site's password is asked for at\n" +
        'the terminal, or taken from the variable FACEWARD_PASSWORD. The program must not be open on the same data.',
    )
    .argument('<session>', "the session's id, as the list of sessions shows it")
    .requiredOption('--out <file>', 'file to write: .pdf, .csv or .json')
    .option('--data <dir>', "folder of the site's data", defaultDataDir(process.platform, process.env))
    .option('--user <name>', 'who signs in; may be left out where there is only one')
    .option('--json', 'say what was written as one JSON document on stdout', false)
    .action((session: string, options: ReportOptions) => runCommand(() => report(session, options)));
}

async function report(sessionId: string, { out, data, user, json }: ReportOptions): Promise<void> {
  const extension = extname(out).toLowerCase();
  if (!Object.hasOwn(FORMATS, extension)) {
    throw new Misuse(`a file ending in .pdf, .csv or .json was expected; found ${out}`);
  }
  const format = FORMATS[extension as keyof typeof FORMATS];
  const { openService } = await import('../open-service.ts');
  const service = openService(data, sayBeside);
  try {
    const caller = service.connect();
    const { state, userNames } = await service.call(caller, 'site.status', {});
    if (state === 'new') throw new Error(`there is no site in ${data}; name its folder with --data`);
    const userName = user ?? (userNames.length === 1 ? userNames[0]! : null);
    if (userName === null) throw new Misuse(`name who signs in with --user: ${userNames.join(', ')}`);
    await service.call(caller, 'site.signIn', { userName, password: await askPassword(userName) });
    const { bytes, mediaType } = await service.call(caller, 'sessions.report', { sessionId, format });
    await writeFile(out, bytes);
    if (json) sayJson({ file: out, mediaType, bytes: bytes.length });
    else sayResult(`Wrote ${out}`);
  } finally {
    await service.close();
  }
}
