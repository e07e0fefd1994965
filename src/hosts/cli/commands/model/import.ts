import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { MOST_PIECE_BYTES } from '../../../../contract/model-life/model-exchange.ts';
import { runCommand } from '../../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../../sign-in.ts';
import { sayBeside, sayJson, sayResult } from '../../terminal.ts';

interface ImportOptions extends SignInOptions {
  confirm?: string;
  json: boolean;
}

export function importCommand(): Command {
  return addSignInOptions(new Command('import'))
    .summary('take in a model that another site signed')
    .description(
      'Takes in a .faceward-model file as a candidate. Of a site that is not known yet its key has to be confirmed: compare\n' +
        'the fingerprint that is told with what that site says, and give it by --confirm. It is remembered. The program must\n' +
        'not be open on the same data.',
    )
    .argument('<file>', 'the file')
    .option('--confirm <fingerprint>', 'of the key of a site that is not known yet, as that site told it')
    .option('--json', 'say what was taken in as one JSON document on stdout', false)
    .action((file: string, options: ImportOptions) => runCommand(() => importModel(file, options)));
}

async function importModel(file: string, options: ImportOptions): Promise<void> {
  const bytes = await readFile(file);
  const { openService } = await import('../../open-service.ts');
  const service = openService(options.data, sayBeside);
  try {
    const caller = await signIn(service, options);
    for (let at = 0; at === 0 || at < bytes.length; at += MOST_PIECE_BYTES) {
      const piece = new Uint8Array(bytes.subarray(at, at + MOST_PIECE_BYTES));
      await service.call(caller, 'modelExchange.receive', { at, piece });
    }
    const { siteName } = await service.call(caller, 'modelExchange.inspect', {});
    const confirmedFingerprint = options.confirm?.trim().replace(/\s+/g, ' ').toLowerCase() ?? null;
    const { id, digest } = await service.call(caller, 'modelExchange.import', { confirmedFingerprint });
    if (options.json) sayJson({ modelId: id, siteName, digest });
    else sayResult(`Took in ${id} of "${siteName}" as a candidate. It has to be compared here before it is approved.`);
  } finally {
    await service.close();
  }
}
