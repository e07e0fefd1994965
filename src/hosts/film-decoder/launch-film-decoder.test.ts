import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_FORMATS, BlobSource, EncodedPacketSink, Input } from 'mediabunny';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Input as CallInput } from '../../contract/contract.ts';
import { hasDecoder } from '../../core/recording/testing/has-decoder.node.ts';
import { hevcClip } from '../../core/recording/testing/hevc-clip.node.ts';
import { callAs, sample, setUp, startSession, testSite } from '../../service/testing/test-site.ts';
import { forkWithoutGpuInElectron } from '../processes/fork-in-electron.ts';
import { forkUnderNode } from '../processes/fork-under-node.ts';
import type { StartProgram } from '../processes/program-process.ts';
import { FILM_LIMITS } from './film-limits.ts';
import { filmDecoderLauncher } from './launch-film-decoder.ts';

const electron = await vi.hoisted(async () => (await import('../testing/fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron.module);

const CLIP = join(import.meta.dirname, '../../../resources/demo-clip/child-session.mp4');

let dir: string;
let coding: CallInput<'films.openDecoder'>;
let packets: CallInput<'films.decode'>['packets'];

beforeAll(async () => {
  await electron.module.app.whenReady();
  dir = await mkdtemp(join(tmpdir(), 'faceward-decoder-'));
  if (!hasDecoder) return;
  const file = join(dir, 'phone.mp4');
  await writeFile(file, await hevcClip(CLIP, 1));
  using input = new Input({ source: new BlobSource(await openAsBlob(file)), formats: ALL_FORMATS });
  const track = (await input.getPrimaryVideoTrack())!;
  const { codec, description } = (await track.getDecoderConfig())!;
  coding = {
    fileName: 'phone.mp4',
    codec,
    description: new Uint8Array(description as ArrayBuffer),
    matrix: null,
    isFullRange: null,
  };
  packets = [];
  for await (const { data, type, timestamp, duration } of new EncodedPacketSink(track).packets()) {
    packets.push({
      data: new Uint8Array(data),
      isKey: type === 'key',
      atUs: Math.round(1e6 * timestamp),
      durationUs: Math.round(1e6 * duration),
    });
  }
}, 120_000);

afterAll(() => rm(dir, { recursive: true, force: true }));

/** Real processes that a test can end from outside. */
function watched(start: StartProgram = forkUnderNode) {
  const programs: { kill(): void; ended: Promise<string> }[] = [];
  const watching: StartProgram = <ToProgram, FromProgram>(entry: string) => {
    const program = start<ToProgram, FromProgram>(entry);
    programs.push({ kill: program.kill, ended: new Promise((resolve) => program.onExit(resolve)) });
    return program;
  };
  return { programs, start: watching };
}

async function siteThatDecodes(
  site: Awaited<ReturnType<typeof testSite>>,
  launch: ReturnType<typeof filmDecoderLauncher>,
) {
  const service = site.service({ launchFilmDecoder: launch });
  const caller = service.connect();
  const call = callAs(service, caller);
  await setUp(call);
  const open = async () => (await call('films.openDecoder', coding)).decoder!;
  return { service, caller, call, open };
}

describe.runIf(hasDecoder)('a film that the host decodes', { timeout: 150_000 }, () => {
  it.each([
    ['child process', forkUnderNode],
    ['utility process', forkWithoutGpuInElectron],
  ])('in a %s comes back whole, and the process takes the next film', async (_, start) => {
    const { programs, start: watching } = watched(start);
    await using site = await testSite();
    const { call, open } = await siteThatDecodes(site, filmDecoderLauncher(watching));
    for (const _film of [1, 2]) {
      const decoder = await open();
      const first = await call('films.decode', { decoder, packets: packets.slice(0, 8), isLast: false });
      // A film is read on behind the cover of a locked screen.
      await call('site.lock', {});
      const rest = await call('films.decode', { decoder, packets: packets.slice(8), isLast: true });
      expect([...first.pictures, ...rest.pictures]).toHaveLength(15);
      expect(rest.pictures.at(-1)).toMatchObject({ widthPx: 640, heightPx: 480 });
      await call('films.closeDecoder', { decoder });
    }
    expect(programs).toHaveLength(1);
  });

  it('whose decoder is ended from outside is named, a session beside goes on, and the next film is decoded', async () => {
    const { programs, start } = watched();
    await using site = await testSite();
    const { call, open } = await siteThatDecodes(site, filmDecoderLauncher(start));
    const { session } = await startSession(call);
    const append = (batch: number, atMs: number) =>
      call('sessions.append', { sessionId: session.id, batch, samples: [sample(atMs - 500)], gaps: [], atMs });
    expect(await append(0, 1000)).toEqual({ stored: 1 });
    const decoder = await open();
    await call('films.decode', { decoder, packets: packets.slice(0, 4), isLast: false });
    programs[0]!.kill();
    await programs[0]!.ended;

    await expect(call('films.decode', { decoder, packets: packets.slice(4), isLast: true })).rejects.toMatchObject({
      reason: 'films.ended',
      values: { fileName: 'phone.mp4', code: 'SIGKILL' },
    });
    expect(await append(1, 2000)).toEqual({ stored: 1 });
    expect((await call('sessions.stop', { sessionId: session.id, durationMs: 2000 })).durationMs).toBe(2000);
    const next = await open();
    expect((await call('films.decode', { decoder: next, packets, isLast: true })).pictures).toHaveLength(15);
    expect(programs).toHaveLength(2);
  });

  it('that gives no picture in time is given up by name', async () => {
    // Its answers to packets are lost, so that it seems to work for ever.
    const deaf: StartProgram = <ToProgram, FromProgram>(entry: string) => {
      const program = forkUnderNode<ToProgram, FromProgram>(entry);
      return {
        ...program,
        onMessage: (listener: (message: FromProgram) => void) =>
          program.onMessage((message) => (message as { kind: string }).kind !== 'pictures' && listener(message)),
      };
    };
    const { programs, start } = watched(deaf);
    await using site = await testSite();
    const { call, open } = await siteThatDecodes(site, filmDecoderLauncher(start, { ...FILM_LIMITS, seconds: 2 }));
    const decoder = await open();
    await expect(call('films.decode', { decoder, packets, isLast: true })).rejects.toMatchObject({
      reason: 'films.silent',
      values: { fileName: 'phone.mp4', seconds: 2 },
    });
    expect(await programs[0]!.ended).toBe('SIGKILL');
    await expect(call('films.decode', { decoder, packets, isLast: true })).rejects.toMatchObject({
      reason: 'films.no-decoder',
    });
  });

  it('that takes more memory than it may is ended by name', async () => {
    const { start } = watched();
    await using site = await testSite();
    const { call } = await siteThatDecodes(site, filmDecoderLauncher(start, { ...FILM_LIMITS, bytes: 1 }));
    const decoding = call('films.openDecoder', coding).then(({ decoder }) =>
      call('films.decode', { decoder: decoder!, packets, isLast: true }),
    );
    await expect(decoding).rejects.toMatchObject({
      reason: 'films.too-much-memory',
      values: { fileName: 'phone.mp4', gigabytes: expect.any(Number) },
    });
  });

  it('with damaged pictures is refused by name, without what the library says of it', async () => {
    await using site = await testSite();
    const { call, open } = await siteThatDecodes(site, filmDecoderLauncher(forkUnderNode));
    const decoder = await open();
    const noPictures = packets.map((packet) => ({ ...packet, data: new Uint8Array(packet.data.length) }));
    await expect(call('films.decode', { decoder, packets: noPictures, isLast: true })).rejects.toMatchObject({
      reason: 'films.refused',
      values: { fileName: 'phone.mp4' },
      message: expect.stringContaining('cannot be decoded from here on: it is damaged'),
    });
  });

  it('is decoded for the window that opened it only, and no longer than that is there', async () => {
    const { programs, start } = watched();
    await using site = await testSite();
    const { service, caller, call, open } = await siteThatDecodes(site, filmDecoderLauncher(start));
    const decoder = await open();
    const other = callAs(service);
    await other('site.signIn', { userName: 'Ada', password: 'correct horse battery' });
    await expect(other('films.decode', { decoder, packets, isLast: true })).rejects.toMatchObject({
      reason: 'films.no-decoder',
    });
    expect((await call('films.decode', { decoder, packets, isLast: true })).pictures).toHaveLength(15);
    service.disconnect(caller);
    expect(await programs[0]!.ended).toBe('SIGKILL');
  });
});

it('a host that starts no such processes decodes nothing, and says so', async () => {
  await using site = await testSite();
  const call = callAs(site.service());
  await setUp(call);
  const unknown = {
    fileName: 'film.mp4',
    codec: 'hvc1.1.6.L93.B0',
    description: null,
    matrix: null,
    isFullRange: null,
  };
  expect(await call('films.openDecoder', unknown)).toEqual({ decoder: null });
});
