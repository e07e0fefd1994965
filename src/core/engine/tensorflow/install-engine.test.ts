import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compileBinding, findCompiler } from './compile-binding.node.ts';
import { downloadWheel, findPip } from './download-wheel.node.ts';
import { engineFolder, installedEngine, receiptPath } from './engine-folder.node.ts';
import { installEngine } from './install-engine.node.ts';
import { unpackWheel } from './unpack-wheel.node.ts';
import { isNeeded, WHEELS } from './wheels.ts';

const kept = { ...process.env };
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-engine-'));
  process.env.FACEWARD_ENGINE_DIR = dir;
});

afterEach(() => {
  process.env = { ...kept };
  rmSync(dir, { recursive: true });
});

const quiet = { signal: new AbortController().signal, onProgress: () => {} };
const SHA256_OF_WHEEL = '0a2c8e3a8e7a1eb1d3b2d3ac0a9bcf6b9e0d5a6b8e9e4a0cb6f0c0d8e8d6b0aa';

describe('what is missing is said before anything is fetched', () => {
  test('pip', async () => {
    process.env.PATH = dir;
    await expect(installEngine('cpu', quiet)).rejects.toThrow(/pip.*was not found.*apt-get install python3-pip/);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('a compiler', async () => {
    process.env.CXX = 'no-such-compiler';
    await expect(findCompiler()).rejects.toThrow(/C\+\+ compiler \(no-such-compiler\) was not found.*g\+\+/);
  });

  test('nothing is installed in an empty folder', () => {
    expect(installedEngine()).toBeNull();
    expect(engineFolder('gpu')).toBe(join(dir, 'tensorflow-2.19.1-gpu'));
  });
});

describe('a download', () => {
  /** A program that answers as pip does and leaves a wheel of the given content. */
  function pipThatLeaves(content: string) {
    const program = join(dir, 'pip');
    writeFileSync(
      program,
      `#!/bin/sh\necho 'Progress 5 of 10'\nwhile [ "$1" != --dest ]; do shift; done\nprintf '${content}' > "$2/a.whl"\n`,
    );
    chmodSync(program, 0o755);
    return { command: [program], tellsProgress: true };
  }

  test('of other bytes than the pinned ones is refused and deleted', async () => {
    const wheel = { project: 'some-wheel', version: '1.0', sha256: SHA256_OF_WHEEL };
    const downloading = downloadWheel(pipThatLeaves('changed'), wheel, join(dir, 'download'), quiet);
    await expect(downloading).rejects.toThrow(/some-wheel 1\.0 is not the one.*SHA-256 0a2c.*found [0-9a-f]{64}/);
    expect(readdirSync(join(dir, 'download', 'some-wheel-1.0'))).toEqual([]);
  });

  test('that is there already is not made again, and progress is passed on', async () => {
    // printf 'as pinned' | sha256sum
    const sha256 = '7c0715651c77900665ca37b3c4b94a0947018a33fd603e026cd34d651269b5ca';
    const wheel = { project: 'some-wheel', version: '1.0', sha256 };
    const progress: number[][] = [];
    const options = { ...quiet, onProgress: (...each: number[]) => progress.push(each) };
    const first = await downloadWheel(pipThatLeaves('as pinned'), wheel, join(dir, 'download'), options);
    expect(readFileSync(first, 'utf8')).toBe('as pinned');
    expect(progress).toEqual([[5, 10]]);
    const again = await downloadWheel(
      { command: ['false'], tellsProgress: false },
      wheel,
      join(dir, 'download'),
      quiet,
    );
    expect(again).toBe(first);
  });

  test('that fails passes on what pip says', async () => {
    const pip = await findPip();
    const wheel = { project: './no-such-wheel', version: '1.0', sha256: '' };
    await expect(downloadWheel({ ...pip, tellsProgress: false }, wheel, dir, quiet)).rejects.toThrow(
      /pip could not fetch/,
    );
  });
});

test('a wheel is unpacked only as far as it is needed, and a damaged one is named', async () => {
  const wheel = join(dir, 'a.whl');
  writeFileSync(
    wheel,
    zipOf({
      'tensorflow/libtensorflow_cc.so.2': 'library',
      'tensorflow/python/x.py': 'no',
      'nvidia/cudnn/lib/libcudnn.so.9': 'cuda',
    }),
  );
  const target = join(dir, 'unpacked');
  await unpackWheel(wheel, target, quiet);
  expect(readFileSync(join(target, 'tensorflow/libtensorflow_cc.so.2'), 'utf8')).toBe('library');
  expect(readFileSync(join(target, 'nvidia/cudnn/lib/libcudnn.so.9'), 'utf8')).toBe('cuda');
  expect(existsSync(join(target, 'tensorflow/python'))).toBe(false);

  // Half a file of an interrupted installation is written again.
  writeFileSync(join(target, 'tensorflow/libtensorflow_cc.so.2'), 'lib');
  await unpackWheel(wheel, target, quiet);
  expect(readFileSync(join(target, 'tensorflow/libtensorflow_cc.so.2'), 'utf8')).toBe('library');

  writeFileSync(wheel, readFileSync(wheel).subarray(0, 60));
  await expect(unpackWheel(wheel, target, quiet)).rejects.toThrow();
});

test('a compilation without libraries ends with the words of the compiler', async () => {
  await expect(compileBinding(await findCompiler(), dir, quiet)).rejects.toThrow(
    /could not compile the binding.*fatal error/s,
  );
});

test('the sources are compiled from copies, which a compiler can read where the program is packed', async () => {
  const compiler = join(dir, 'compiler');
  writeFileSync(compiler, `#!/bin/sh\nls '${join(dir, 'source')}' >&2; echo "$*" >&2; exit 1\n`);
  chmodSync(compiler, 0o755);
  const said = await compileBinding(compiler, dir, quiet).then(String, String);
  expect(said).toMatch(/node_api\.h.*tfjs_backend\.h.*tfjs_binding\.cc/s);
  expect(said).not.toContain('node_modules');
  expect(readdirSync(dir)).toEqual(['compiler']);
});

test('a damaged receipt says what to do', () => {
  const folder = join(dir, 'tensorflow-2.19.1-cpu');
  mkdirSync(folder);
  writeFileSync(receiptPath(folder), '{"flavour":');
  expect(() => installedEngine()).toThrow(/engine\.json is damaged; run "faceward engine install cpu" again/);
});

test('every wheel is pinned by a whole SHA-256, and ways out of the folder are no path of an engine', () => {
  for (const { sha256 } of [...WHEELS.cpu, ...WHEELS.gpu]) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(isNeeded('nvidia/cudnn/lib/../../../../x.so')).toBe(false);
  expect(isNeeded('tensorflow/python/x.so')).toBe(false);
});

/** A zip archive with its files stored as they are. Source of the layout: APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), Buffer.from(content)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(bodies.length, 8);
  end.writeUInt16LE(bodies.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}
