import { expect, it } from 'vitest';
import type { Client } from '../../../client/create-client.ts';
import { sendFolder } from './send-folder.ts';

const STATEMENT = {} as Parameters<typeof sendFolder>[2]['statement'];

/** A host that has something of a folder of this name, and notes what it is asked. */
function host(there: readonly { path: string; bytes: number; received: number }[]) {
  const asked: { name: string; input: { datasetId?: string; path?: string; offset?: number } }[] = [];
  const call = async (name: string, input: object) => {
    asked.push({ name, input });
    const isNew = 'anew' in input;
    return name === 'datasets.beginUpload' ? { datasetId: isNew ? 'new' : 'begun', files: isNew ? [] : there } : {};
  };
  return { call: call as Client['call'], asked };
}

const folder = { name: 'photos', bytes: 4, passedOver: 0, files: [{ path: 'a.jpg', file: new Blob(['four']) }] };
const send = (call: Client['call']) =>
  sendFolder(call, folder, { statement: STATEMENT, onProgress: () => {}, signal: new AbortController().signal });

it('goes on with a folder of which a part has come', async () => {
  const { call, asked } = host([{ path: 'a.jpg', bytes: 4, received: 3 }]);
  await send(call);
  expect(asked.slice(1)).toMatchObject([
    { name: 'datasets.upload', input: { datasetId: 'begun', path: 'a.jpg', offset: 3 } },
    { name: 'datasets.endUpload', input: { datasetId: 'begun' } },
  ]);
});

it('puts no files of another folder of the same name into one dataset', async () => {
  const { call, asked } = host([{ path: 'of-somebody-else.jpg', bytes: 4, received: 4 }]);
  await send(call);
  expect(asked.slice(2)).toMatchObject([
    { name: 'datasets.upload', input: { datasetId: 'new', path: 'a.jpg', offset: 0 } },
    { name: 'datasets.endUpload', input: { datasetId: 'new' } },
  ]);
});
