import { forkUnderNode } from '../../processes/fork-under-node.ts';
import { type CliRun, OWN_ENVIRONMENT } from './run-cli.ts';

/**
 * Runs the command in this process, which starts in a hundredth of the time: for what a process of its own is no part of.
 * One at a time, since what it prints is caught where all of the process prints.
 */
export async function runHere(args: readonly string[]): Promise<CliRun> {
  Object.assign(process.env, OWN_ENVIRONMENT);
  const { runFaceward } = await import('../run-faceward.ts');
  const before = process.exitCode;
  process.exitCode = 0;
  const [stdout, stderr] = [caught(process.stdout), caught(process.stderr)];
  try {
    await runFaceward(args, forkUnderNode);
    return { code: Number(process.exitCode), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.release();
    stderr.release();
    process.exitCode = before;
  }
}

function caught(stream: NodeJS.WriteStream) {
  const write = stream.write;
  let text = '';
  stream.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    text: () => text,
    release() {
      stream.write = write;
    },
  };
}
