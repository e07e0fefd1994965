import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Film, type FilmPicture, openFilm } from '../../core/recording/film.node.ts';
import { hasDecoder } from '../../core/recording/testing/has-decoder.node.ts';
import { forkUnderNode } from '../processes/fork-under-node.ts';
import type { StartProgram } from '../processes/program-process.ts';
import { FILM_LIMITS } from './film-limits.ts';
import { FilmsElsewhere } from './films-elsewhere.ts';
import { filmDecoderLauncher } from './launch-film-decoder.ts';

const CLIP = join(import.meta.dirname, '../../../resources/demo-clip/child-session.mp4');

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-elsewhere-'));
});

afterAll(() => rm(dir, { recursive: true, force: true }));

/** Real processes that a test can end from outside. */
function watched() {
  const programs: { kill(): void; ended: Promise<string> }[] = [];
  const start: StartProgram = <ToProgram, FromProgram>(entry: string) => {
    const program = forkUnderNode<ToProgram, FromProgram>(entry);
    programs.push({ kill: program.kill, ended: new Promise((resolve) => program.onExit(resolve)) });
    return program;
  };
  return { programs, start };
}

async function picturesOf(film: Film, toMs: number): Promise<FilmPicture[]> {
  const pictures: FilmPicture[] = [];
  for await (const picture of film.pictures({ fromMs: 0, toMs })) pictures.push(picture);
  return pictures;
}

describe.runIf(hasDecoder)('films in a process of their own', { timeout: 60_000 }, () => {
  test('are the same, picture for picture, as in this one, one film after the other', async () => {
    const { programs, start } = watched();
    {
      using films = new FilmsElsewhere(filmDecoderLauncher(start));
      const [here, there] = [await openFilm(CLIP), await films.open(CLIP)];
      const again = await films.open(CLIP);
      expect(there).toMatchObject({ durationMs: here.durationMs, originMs: here.originMs });
      const expected = await picturesOf(here, 600);
      expect(expected).toHaveLength(9);
      expect(await picturesOf(there, 600)).toEqual(expected);
      expect(await picturesOf(again, 600)).toEqual(expected);
      expect(programs).toHaveLength(1);
    }
    expect(await programs[0]!.ended).toBe('SIGKILL');
  });

  test('of which the reader has enough in the middle make room for the next', async () => {
    using films = new FilmsElsewhere(filmDecoderLauncher(forkUnderNode));
    const film = await films.open(CLIP);
    for await (const { atMs } of film.pictures()) if (atMs > 300) break;
    expect(await picturesOf(film, 200)).toHaveLength(3);
  });

  test('whose process is ended from outside are named, and the next has a new one', async () => {
    const { programs, start } = watched();
    using films = new FilmsElsewhere(filmDecoderLauncher(start));
    const film = await films.open(CLIP);
    const reading = (async () => {
      for await (const _ of film.pictures()) programs[0]!.kill();
    })();
    await expect(reading).rejects.toMatchObject({
      reason: 'films.ended',
      values: { fileName: 'child-session.mp4', code: 'SIGKILL' },
    });
    expect(await picturesOf(await films.open(CLIP), 200)).toHaveLength(3);
    expect(programs).toHaveLength(2);
  });

  test('that take more memory than they may are named', async () => {
    using films = new FilmsElsewhere(filmDecoderLauncher(forkUnderNode, { ...FILM_LIMITS, bytes: 1 }));
    await expect(films.open(CLIP)).rejects.toMatchObject({ reason: 'films.too-much-memory' });
  });

  test('that are none, or not there, are refused as in this one', async () => {
    using films = new FilmsElsewhere(filmDecoderLauncher(forkUnderNode));
    const none = join(dir, 'none.mp4');
    await writeFile(none, 'no film');
    await expect(films.open(none)).rejects.toMatchObject({ name: 'VideoFileError', problem: 'not-a-video' });
    await expect(films.open(join(dir, 'not-there.mp4'))).rejects.toMatchObject({ reason: 'films.refused' });
  });
});
