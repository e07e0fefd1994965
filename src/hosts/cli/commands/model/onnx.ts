import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { runCommand } from '../../run-command.ts';
import { sayJson, sayResult } from '../../terminal.ts';

interface OnnxOptions {
  out: string;
  json: boolean;
}

export function onnxCommand(): Command {
  return new Command('onnx')
    .summary('write a model for programs of others')
    .description(
      'Writes a model folder as one ONNX file: from the aligned crop of a face, 60 x 60 grey levels, to the calibrated\n' +
        'probabilities. Classes and threshold are in its metadata; how a face is cut out is in docs/other-programs.md.\n' +
        'It knows no consents: where children of a site were trained on, use the page of the model in the window.',
    )
    .argument('<dir>', 'a model folder')
    .requiredOption('--out <file>', 'file to write')
    .option('--json', 'say what was written as one JSON document on stdout', false)
    .addHelpText('after', '\nExample:\n  faceward model onnx models/base --out base.onnx')
    .action((dir: string, options: OnnxOptions) => runCommand(() => writeOnnxFile(dir, options)));
}

async function writeOnnxFile(dir: string, { out, json }: OnnxOptions): Promise<void> {
  const { readModel } = await import('../../../../core/registry/model-folder.node.ts');
  const { onnxModel } = await import('../../../../core/registry/onnx/onnx-model.ts');
  const { ONNX_OPSET } = await import('../../../../core/registry/onnx/onnx-graph.ts');
  const model = await readModel(dir);
  const bytes = onnxModel(model);
  await writeFile(out, bytes);
  const { id, classes, threshold } = model.config;
  if (json) sayJson({ modelId: id, file: out, bytes: bytes.length, opset: ONNX_OPSET, classes, threshold });
  else {
    sayResult(`Wrote ${out}: ${id}, opset ${ONNX_OPSET}, ${bytes.length} bytes. Classes: ${classes.join(', ')}.`);
    sayResult(`Where the largest probability is below ${threshold}, the answer is "not sure".`);
  }
}
