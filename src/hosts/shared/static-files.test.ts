import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerStatic, type StaticFolders } from './static-files.ts';

let root: string;
let folders: StaticFolders;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'faceward-static-'));
  for (const dir of ['window/assets', 'clip', 'outside']) mkdirSync(join(root, dir), { recursive: true });
  writeFileSync(join(root, 'window/index.html'), '<p>window</p>');
  writeFileSync(join(root, 'window/assets/main.js'), 'main()');
  writeFileSync(join(root, 'window/assets/empty.css'), '');
  writeFileSync(join(root, 'window/assets/main.ts'), 'source');
  writeFileSync(join(root, 'window/.env.json'), '{}');
  writeFileSync(join(root, 'clip/clip.mp4'), '0123456789');
  writeFileSync(join(root, 'outside/keys.json'), 'secret');
  if (process.platform !== 'win32') {
    symlinkSync(join(root, 'outside/keys.json'), join(root, 'window/link.json'));
    symlinkSync(join(root, 'outside'), join(root, 'window/linked'));
  }
  folders = { '/': join(root, 'window'), '/clip/': join(root, 'clip') };
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function get(path: string, range?: string) {
  const { status, headers, open } = await answerStatic(folders, path, range);
  return { status, headers, body: open ? (await buffer(open())).toString() : null };
}

describe('the files of the window', () => {
  it('are never kept where they show children', async () => {
    expect((await get('/')).headers).toMatchObject({ 'Cache-Control': 'no-store' });
    expect((await get('/assets/main.js')).headers).toMatchObject({ 'Cache-Control': 'no-cache' });
  });

  it('are served with their media type', async () => {
    expect(await get('/')).toMatchObject({ status: 200, body: '<p>window</p>' });
    expect(await get('/assets/main.js')).toMatchObject({
      body: 'main()',
      headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Content-Length': '6' },
    });
    expect(await get('/assets/empty.css')).toMatchObject({ status: 200, body: '' });
    expect(await get('/clip/clip.mp4')).toMatchObject({ status: 200, body: '0123456789' });
  });

  it('are served in parts, as a video needs', async () => {
    expect(await get('/clip/clip.mp4', 'bytes=2-4')).toMatchObject({
      status: 206,
      body: '234',
      headers: { 'Content-Range': 'bytes 2-4/10', 'Content-Length': '3' },
    });
    expect(await get('/clip/clip.mp4', 'bytes=10-')).toMatchObject({
      status: 416,
      headers: { 'Content-Range': 'bytes */10' },
    });
  });

  it.each([
    '/nothing.js',
    '/assets',
    '/assets/',
    '/clip',
    '/clip/',
    '/assets/main.ts',
    '/.env.json',
    '/link.json',
    '/linked/keys.json',
    '/../outside/keys.json',
    '/%2e%2e/outside/keys.json',
    '/assets/..%2f..%2foutside%2fkeys.json',
    '/assets/..%5c..%5coutside%5ckeys.json',
    '/clip/../../outside/keys.json',
    '//outside/keys.json',
    '/index.html%00.js',
    '/C:/outside/keys.json',
    '/index.html::$DATA',
    '/%zz',
  ])('do not include %s', async (path) => {
    expect(await get(path)).toEqual({ status: 404, headers: {}, body: null });
  });

  it('do not include a name that no file can have', async () => {
    expect((await get(`/${'a'.repeat(5000)}.js`)).status).toBe(404);
  });
});
