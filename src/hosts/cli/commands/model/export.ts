import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { runCommand } from '../../run-command.ts';
import { addSignInOptions, type SignInOptions, signIn } from '../../sign-in.ts';
import { sayBeside, sayJson, sayResult } from '../../terminal.ts';

interface ExportOptions extends SignInOptions {
  out: string;
  statement?: string;
  json: boolean;
}

export function exportCommand(): Command {
  return addSignInOptions(new Command('export'))
    .summary('sign a model of a site for another site')
    .description(
      'Writes a model as one file that the site signs (.faceward-model): card, config, weights, their SHA-256, and ONNX.\n' +
        'Refused while a child whose pictures it was made from has no consent to share a model. The program must not be\n' +
        'open on the same data.',
    )
    .argument('<model>', 'name of the model at the site')
    .requiredOption('--out <file>', 'file to write')
    .option('--statement <text>', 'of people whom the site does not know: why it may be handed on')
    .option('--json', 'say what was written as one JSON document on stdout', false)
    .action((modelId: string, options: ExportOptions) => runCommand(() => exportModel(modelId, options)));
}

async function exportModel(modelId: string, options: ExportOptions): Promise<void> {
  const { openService } = await import('../../open-service.ts');
  const service = openService(options.data, sayBeside);
  try {
    const caller = await signIn(service, options);
    const statement = options.statement ?? null;
    const { bytes } = await service.call(caller, 'modelExchange.export', { modelId, form: 'model-file', statement });
    await writeFile(options.out, bytes);
    const { fingerprint } = await service.call(caller, 'site.reportKey', {});
    if (options.json) sayJson({ modelId, file: options.out, bytes: bytes.length, fingerprint });
    else sayResult(`Wrote ${options.out}. Tell the other site the fingerprint of this site's key: ${fingerprint}`);
  } finally {
    await service.close();
  }
}
