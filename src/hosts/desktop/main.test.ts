import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../contract/wire.ts';
import { fakeElectron } from '../testing/fake-electron.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';

const electron = fakeElectron();
vi.mock('electron', () => electron.module);

let dataDir: string;
const argv = process.argv;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'faceward-desktop-'));
  process.argv = ['electron', '--no-sandbox', 'main.js', '--data', dataDir];
  await import('./main.ts');
  await vi.waitFor(() => expect(electron.windows[0]?.url ?? electron.errors[0]).toBe('app://faceward/'));
});

afterAll(async () => {
  process.argv = argv;
  const quit = new Promise((resolve) => {
    electron.module.app.quit = () => resolve(true) as never;
  });
  electron.module.app.emit('will-quit', { preventDefault() {} });
  await quit;
  rmSync(dataDir, { recursive: true, force: true });
});

const theWindow = () => electron.windows[0]!;

/** Calls as a frame would: the window's own main frame, if no other is given. */
function invoke(name: unknown, input: unknown, event: object = {}): Promise<Answer> {
  const { webContents } = theWindow();
  const from = { sender: webContents, senderFrame: webContents.mainFrame, ...event };
  return electron.handlers.get(CALL_CHANNEL)!(from, name, input) as Promise<Answer>;
}

describe('the desktop window', () => {
  it('is isolated, sandboxed and without Node', () => {
    expect(theWindow().options).toMatchObject({
      webPreferences: {
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        preload: expect.stringMatching(/preload[\\/]preload\.cjs$/),
      },
    });
  });

  it('stays on its own pages and opens no others', () => {
    const { webContents } = theWindow();
    const wentTo = (event: string, url: string) => {
      let prevented = false;
      webContents.emit(event, { url, preventDefault: () => (prevented = true) });
      return !prevented;
    };
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect(wentTo(event, 'app://faceward/#/live')).toBe(true);
      for (const url of [
        'https://example.org/',
        'app://other/',
        'app://faceward.evil/',
        'file:///etc/passwd',
        'nonsense',
      ]) {
        expect([event, url, wentTo(event, url)]).toEqual([event, url, false]);
      }
    }
    expect(wentTo('will-attach-webview', 'app://faceward/')).toBe(false);
    for (const url of [
      'app://faceward/',
      'app://faceward/#/live',
      'app://other/#/room/1',
      'https://example.org/#/room/1',
    ]) {
      expect([url, webContents.openHandler({ url })]).toEqual([url, { action: 'deny' }]);
    }
  });

  it('opens a room view without the door to the service, and takes it along when it goes', () => {
    const { webContents } = theWindow();
    const opened = webContents.openHandler({ url: 'app://faceward/#/room/1' }) as {
      action: string;
      overrideBrowserWindowOptions: { webPreferences: object };
    };
    expect(opened.action).toBe('allow');
    expect(opened.overrideBrowserWindowOptions.webPreferences).toMatchObject({
      preload: undefined,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
    let destroyed = 0;
    webContents.emit('did-create-window', { destroy: () => destroyed++ });
    webContents.emit('destroyed');
    expect(destroyed).toBe(1);
  });

  it('may use the camera and nothing else, and only our pages may', () => {
    const ask = (permission: string, details: object) => {
      let granted: boolean | null = null;
      const decide = (answer: boolean) => {
        granted = answer;
      };
      (electron.permissions.request as (...values: unknown[]) => void)(null, permission, decide, details);
      return granted;
    };
    const requestingUrl = 'app://faceward/';
    expect(ask('media', { requestingUrl, mediaTypes: ['video'] })).toBe(true);
    expect(ask('media', { requestingUrl, mediaTypes: ['video', 'audio'] })).toBe(false);
    expect(ask('media', { requestingUrl, mediaTypes: [] })).toBe(false);
    expect(ask('media', { requestingUrl: 'https://example.org/', mediaTypes: ['video'] })).toBe(false);
    for (const permission of ['geolocation', 'notifications', 'clipboard-read', 'display-capture', 'openExternal']) {
      expect([permission, ask(permission, { requestingUrl })]).toEqual([permission, false]);
    }
    const check = electron.permissions.check as (...values: unknown[]) => boolean;
    expect(check(null, 'media', 'app://faceward/', { mediaType: 'video' })).toBe(true);
    expect(check(null, 'media', 'app://faceward/', { mediaType: 'audio' })).toBe(false);
    expect(check(null, 'media', 'https://example.org', { mediaType: 'video' })).toBe(false);
    expect(check(null, 'usb', 'app://faceward/', {})).toBe(false);
    expect((electron.permissions.device as () => boolean)()).toBe(false);
  });

  it('reaches nothing off the machine', () => {
    const isCancelled = (url: string) => {
      let cancelled: boolean | null = null;
      electron.requestFilters[0]!({ url }, ({ cancel }) => {
        cancelled = cancel;
      });
      return cancelled;
    };
    expect(isCancelled('app://faceward/index.html')).toBe(false);
    expect(isCancelled('blob:app://faceward/1')).toBe(false);
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'ws://127.0.0.1/',
      'ftp://x/',
      'file:///etc/passwd',
    ]) {
      expect([url, isCancelled(url)]).toEqual([url, true]);
    }
  });
});

describe('leaving the desktop window', () => {
  const leaves = (button: number) => {
    let left = false;
    electron.answers.push(button);
    theWindow().webContents.emit('will-prevent-unload', { preventDefault: () => (left = true) });
    return left;
  };

  it('is asked about while a session runs, in the system’s language', () => {
    expect([leaves(0), leaves(1)]).toEqual([false, true]);
    expect(electron.questions).toEqual(['In dit venster loopt een sessie', 'In dit venster loopt een sessie']);
  });

  it('by a crash draws the page again', () => {
    const { webContents } = theWindow();
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(webContents.reloads).toBe(1);
  });
});

describe('the app:// scheme', () => {
  const get = (url: string, init: RequestInit = {}) => electron.schemeHandlers.get('app')!(new Request(url, init));

  it('is a secure origin from the start', () => {
    expect(electron.schemes).toMatchObject([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
  });

  it('serves our files with the headers that isolate the window', async () => {
    const response = await get('app://faceward/wasm/tfjs-backend-wasm-simd.wasm');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/wasm');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/),
    });
    expect(new Uint8Array(await response.arrayBuffer()).subarray(0, 4)).toEqual(new Uint8Array([0, 97, 115, 109]));
  });

  it('serves the clip in parts and nothing else', async () => {
    const part = await get('app://faceward/demo-clip/child-session.mp4', { headers: { range: 'bytes=4-7' } });
    expect([part.status, await part.text()]).toEqual([206, 'ftyp']);
    expect((await get('app://faceward/../package.json')).status).toBe(404);
    expect((await get('app://other/')).status).toBe(403);
    expect((await get('app://faceward/', { method: 'POST' })).status).toBe(405);
  });
});

describe('calls of the desktop window', () => {
  it('are answered', async () => {
    expect(await invoke('site.status', {})).toMatchObject({ output: { state: 'new', host: 'desktop' } });
    expect(await invoke('constructor', {})).toMatchObject({ error: { code: 'not-found' } });
  });

  it('are refused from another frame, another page and another window', async () => {
    const refused = { error: { code: 'forbidden', incident: null } };
    const { webContents } = theWindow();
    expect(await invoke('site.status', {}, { senderFrame: { url: 'app://faceward/' } })).toMatchObject(refused);
    expect(await invoke('site.status', {}, { senderFrame: null })).toMatchObject(refused);
    expect(await invoke('site.status', {}, { sender: {} })).toMatchObject(refused);
    expect(await invoke(7, {})).toMatchObject(refused);
    webContents.mainFrame.url = 'https://example.org/';
    expect(await invoke('site.status', {})).toMatchObject(refused);
    webContents.mainFrame.url = 'app://faceward/';
  });

  it('lead to events on the one channel, and the screen stays on while a session runs', async () => {
    await invoke('site.openDemo', {});
    expect(electron.told).toContainEqual({ channel: EVENT_CHANNEL, values: ['site.changed', {}] });
    expect(electron.blockers.size).toBe(0);
    const children = (await invoke('children.list', {})) as { output: { id: string }[] };
    const started = await invoke('sessions.start', { childId: children.output[0]!.id, source: 'demo-clip' });
    // Without a shipped model there is nothing to read a face with, and so no session.
    expect(electron.blockers.size).toBe('output' in started ? 1 : 0);
    await invoke('site.signOut', {});
    expect(electron.blockers.size).toBe(0);
  });
});
