import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../../../../src/core/registry/model-folder.node.ts';
import type { Door } from '../door.ts';
import { MADE } from '../made-site.ts';
import { attempted, commanded } from '../said.ts';
import { pick, spoilBytes, spoilJson } from '../spoil.ts';

/** Files of a model's folder, spoilt, with and without the sums that would tell. */
const modelFolders: Door = {
  inputs: 60,
  turns: 14,
  async open({ made, out }) {
    const good = join(made, MADE.folder);
    const dir = join(out, 'model');
    return {
      async attack(random) {
        rmSync(dir, { recursive: true, force: true });
        cpSync(good, dir, { recursive: true });
        // Without them only what the files say can be wrong.
        if (random.uniform() < 0.8) rmSync(join(dir, 'SHA256SUMS'));
        const name = pick(['config.json', 'config.json', 'model.safetensors', 'README.md', 'SHA256SUMS'], random);
        if (name === 'SHA256SUMS') cpSync(join(good, name), join(dir, name));
        const bytes = readFileSync(join(dir, name));
        writeFileSync(
          join(dir, name),
          name === 'config.json' ? spoilJson(bytes.toString('utf8'), random) : spoilt(bytes),
        );
        if (random.uniform() < 0.05) return await commanded(['model', 'onnx', dir, '--out', join(out, 'model.onnx')]);
        return await attempted(() => readModel(dir));

        function spoilt(content: Buffer): Buffer {
          // Most of the weights are numbers, of which each is as good as another: what describes them is at the beginning.
          const head = Math.min(content.length, pick([64, 2000, content.length], random));
          return Buffer.concat([spoilBytes(content.subarray(0, head), random), content.subarray(head)]);
        }
      },
      close: async () => [],
    };
  },
};

export default modelFolders;
