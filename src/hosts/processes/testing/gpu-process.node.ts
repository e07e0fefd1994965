/** Tells whoever asks what GPU this process knows of. */
import { probeAdapter } from '../../../core/engine/webgpu/probe-adapter.node.ts';
import type { ProbeFinding } from '../../../core/engine/webgpu/probe-program.node.ts';
import { parentPort } from '../parent-port.ts';

const port = parentPort<'gpu', ProbeFinding>();
port.onMessage(async () => {
  await port.send(await probeAdapter());
  port.close();
});
