import { runInNewContext } from 'node:vm';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FacewardBridge } from '../../contract/wire.ts';
import { CALL_CHANNEL, CHOOSE_FOLDER_CHANNEL, EVENT_CHANNEL } from './channels.ts';

let code: string;

beforeAll(async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: `${import.meta.dirname}/preload.ts`, formats: ['cjs'] },
      rollupOptions: { external: ['electron'] },
    },
  })) as Rollup.RollupOutput[];
  code = built[0]!.output[0].code;
});

/** Runs the preload as a sandboxed one runs: there is `require('electron')`, and nothing of Node. */
function runPreload() {
  const exposed = new Map<string, FacewardBridge>();
  const listeners = new Map<string, Set<(...values: unknown[]) => void>>();
  const invoked: unknown[][] = [];
  const electron = {
    webUtils: { getPathForFile: (file: { path: string }) => file.path },
    contextBridge: { exposeInMainWorld: (key: string, bridge: FacewardBridge) => exposed.set(key, bridge) },
    ipcRenderer: {
      invoke: async (...values: unknown[]) => invoked.push(values),
      on: (channel: string, listener: (...values: unknown[]) => void) =>
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
      off: (channel: string, listener: (...values: unknown[]) => void) => listeners.get(channel)?.delete(listener),
    },
  };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
    return electron;
  };
  runInNewContext(code, { require, module: { exports: {} }, exports: {} });
  return { exposed, listeners, invoked };
}

describe('the preload', () => {
  it('puts calls, events and the choice of a folder on the window, and nothing else', () => {
    const { exposed } = runPreload();
    expect([...exposed.keys()]).toEqual(['faceward']);
    expect(Object.keys(exposed.get('faceward')!).sort()).toEqual(['call', 'chooseFolder', 'listen', 'pathOf']);
  });

  it('passes calls on over the one channel', async () => {
    const { exposed, invoked } = runPreload();
    await exposed.get('faceward')!.call('site.status', {});
    expect(invoked).toEqual([[CALL_CHANNEL, 'site.status', {}]]);
  });

  it('asks for a folder, and says where a dropped file lies', async () => {
    const { exposed, invoked } = runPreload();
    const { chooseFolder, pathOf } = exposed.get('faceward')!;
    await chooseFolder();
    expect(invoked).toEqual([[CHOOSE_FOLDER_CHANNEL]]);
    expect([pathOf({ path: '/data/faces' }), pathOf({ path: '' })]).toEqual(['/data/faces', null]);
  });

  it('gives a listener its own events, without the sender, until it ends', () => {
    const { exposed, listeners } = runPreload();
    const heard: unknown[][] = [];
    const end = exposed.get('faceward')!.listen('runs.log', (...values) => heard.push(values));
    const tell = (...values: unknown[]) => {
      for (const listener of listeners.get(EVENT_CHANNEL) ?? []) listener({ sender: 'secret' }, ...values);
    };
    tell('runs.log', 1);
    tell('site.changed', 2);
    end();
    tell('runs.log', 3);
    expect(heard).toEqual([[1]]);
  });
});
