import { execFile } from 'node:child_process';
import { cp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { BINDING_PATH } from './engine-folder.node.ts';
import { LIBRARIES } from './wheels.ts';

const run = promisify(execFile);
/** Not called `require`: the build declares one of that name in every chunk that seems to need it. */
const nodeRequire = createRequire(import.meta.url);

/** What the environment names comes first, as with any compilation. */
const COMPILERS = ['g++', 'c++', 'clang++'];
const SOURCES = ['tfjs_backend.cc', 'tfjs_binding.cc'];

/** @throws Error if there is no C++ compiler. */
export async function findCompiler(): Promise<string> {
  const candidates = process.env.CXX ? [process.env.CXX] : COMPILERS;
  for (const compiler of candidates) {
    const answers = await run(compiler, ['--version']).then(
      () => true,
      () => false,
    );
    if (answers) return compiler;
  }
  throw new Error(
    `a C++ compiler (${candidates.join(', ')}) was not found; install one (on Debian and Ubuntu: apt-get install g++) and run the command again`,
  );
}

/**
 * Compiles the binding of @tensorflow/tfjs-node-gpu against the unpacked libraries. Where there is no GPU the same
 * binding computes on the processor.
 *
 * @param dir The engine's folder.
 * @throws Error with the compiler's own words if it fails.
 */
export async function compileBinding(
  compiler: string,
  dir: string,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const source = join(dir, 'source');
  const target = join(dir, BINDING_PATH);
  const args = [
    ...['-O2', '-std=c++17', '-fPIC', '-shared', '-s'],
    ...['-DNAPI_VERSION=8', '-DNODE_GYP_MODULE_NAME=tfjs_binding'],
    ...[`-I${source}`, `-I${join(dir, 'tensorflow/include')}`],
    ...SOURCES.map((name) => join(source, name)),
    ...LIBRARIES.map((path) => join(dir, path)),
    ...['-Wl,-rpath,$ORIGIN', '-o', `${target}.part`],
  ];
  try {
    await copySources(source);
    await run(compiler, args, { signal });
  } catch (cause) {
    signal.throwIfAborted();
    const said = (cause as { stderr?: string }).stderr?.trim().slice(-2000) ?? String(cause);
    throw new Error(`${compiler} could not compile the binding of TensorFlow: ${said}`, { cause });
  } finally {
    await rm(source, { recursive: true, force: true });
  }
  await rename(`${target}.part`, target);
}

/** A compiler reads files, and in the packed program these are inside of its archive, which only we can read. */
async function copySources(to: string): Promise<void> {
  const binding = join(dirname(nodeRequire.resolve('@tensorflow/tfjs-node-gpu/package.json')), 'binding');
  const nodeHeaders = nodeRequire('node-api-headers') as { include_dir: string };
  await cp(binding, to, { recursive: true });
  await cp(nodeHeaders.include_dir, to, { recursive: true });
}
