import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasDecoder } from '../../../core/recording/testing/has-decoder.node.ts';
import { openService } from '../open-service.ts';
import { signIn } from '../sign-in.ts';
import { documents } from '../testing/run-cli.ts';
import { runHere } from '../testing/run-here.ts';
import { makeSiteWithSession, PASSWORD } from '../testing/site-with-session.ts';

const CLIP = join(import.meta.dirname, '../../../../resources/demo-clip/child-session.mp4');

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-read-'));
});

afterAll(() => rm(dir, { recursive: true }));

if (!hasDecoder) console.log('skipped: no decoder of video files is installed');

const read = (csv: string, ...more: string[]) => runHere(['read', '--csv', csv, ...more]);

async function rowsOf(csv: string): Promise<Record<string, string>[]> {
  return parse(await readFile(csv), { columns: true });
}

describe.runIf(hasDecoder)('a film is read into a table', () => {
  test('the face that is alone in view, on the film’s clock, and nothing but that', async () => {
    const csv = join(dir, 'one.csv');
    // A smile that began before and lasts.
    const { code, stdout, stderr } = await read(csv, CLIP, '--from', '4', '--to', '6');
    expect({ code, stdout }).toEqual({ code: 0, stdout: `Read 1 of 1 films into ${csv}\n` });
    expect(stderr).toMatch(/30 readings of 30 pictures in 2\.0 s of film, .* read is the face at \d+,\d+ at 4\.0 s/);
    const rows = await rowsOf(csv);
    const samples = rows.filter(({ row }) => row === 'sample');
    expect(samples).toHaveLength(30);
    expect(Number(samples[0]!.at_ms)).toBeCloseTo(4000, -1);
    expect(samples.map(({ emotion }) => emotion)).toEqual(Array(30).fill('happiness'));
    expect(rows.at(-1)).toMatchObject({
      row: 'film',
      film: 'child-session.mp4',
      model: expect.stringMatching(/^base /),
    });
    expect(rows.every(({ film_sha256 }) => film_sha256 === samples[0]!.film_sha256)).toBe(true);
  });

  test('time without a reading is a gap with its reason', async () => {
    const csv = join(dir, 'gap.csv');
    // The child leaves at 20.7 s.
    await read(csv, CLIP, '--from', '19.5', '--to', '22.5');
    const rows = await rowsOf(csv);
    const gaps = rows.filter(({ row }) => row === 'gap');
    expect(gaps.at(-1)).toMatchObject({ reason_or_kind: 'no-face', to_ms: '22500' });
    const absent = rows.filter(({ row, at_ms }) => row === 'sample' && Number(at_ms) > 20_700);
    expect(absent).toEqual([]);
  });
});

describe.runIf(hasDecoder)('whom it reads', () => {
  // From 45.5 s to 50.4 s an adult stands beside the child.
  const BOTH = ['--from', '47', '--to', '47.6'];

  test('where nobody is ever alone it says who is there, and writes nothing', async () => {
    const csv = join(dir, 'crowd.csv');
    const { code, stderr } = await read(csv, CLIP, ...BOTH);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /no face is ever alone in view.*at 47\.\d s there are faces at \d+,\d+ and \d+,\d+\. Say whose/,
    );
    await expect(readFile(csv)).rejects.toThrow(/ENOENT/);
  });

  test('the one that is named, and no other', async () => {
    const { stderr: crowd } = await read(join(dir, 'crowd.csv'), CLIP, ...BOTH);
    const places = [...crowd.matchAll(/(\d+),(\d+)/g)].map(([place]) => place);
    const firsts: number[] = [];
    for (const [at, place] of places.entries()) {
      const csv = join(dir, `named-${at}.csv`);
      await read(csv, CLIP, ...BOTH, '--face', `${place}@47`);
      const film = (await rowsOf(csv)).at(-1)!;
      firsts.push(Number(film.box_x_px));
    }
    expect(firsts).toEqual(places.map((place) => expect.closeTo(Number(place.split(',')[0]), -1)));
  });

  test('where none is at the named place it says who is there', async () => {
    const { code, stderr } = await read(join(dir, 'nobody.csv'), CLIP, ...BOTH, '--to', '48.5', '--face', '3,3@47');
    expect(code).toBe(1);
    expect(stderr).toMatch(/no face is there: 3,3 was named; at 47\.\d s there are faces at/);
  });
});

describe.runIf(hasDecoder)('many films', () => {
  test('one that is no film stops none of the others; what was read is not read again, under any name', async () => {
    const csv = join(dir, 'many.csv');
    const [broken, copy] = [join(dir, 'broken.mp4'), join(dir, 'another-name.mp4')];
    await writeFile(broken, 'no film');
    await copyFile(CLIP, copy);
    const span = ['--from', '1', '--to', '1.4'];
    const first = await read(csv, broken, CLIP, ...span);
    expect(first.code).toBe(1);
    expect(first.stderr).toMatch(/broken\.mp4: it is not a video that can be read/);
    expect(first.stdout).toMatch(/Read 1 of 2 films/);
    const before = await readFile(csv, 'utf8');

    const again = await read(csv, copy, ...span);
    expect(again.stderr).toMatch(/another-name\.mp4: read before, its content is known/);
    expect(again).toMatchObject({ code: 0, stdout: `Read 0 of 1 films into ${csv}, 1 were read before\n` });
    expect(await readFile(csv, 'utf8')).toBe(before);

    const other = await read(csv, copy, '--from', '2', '--to', '2.4', '--json');
    expect(documents(other.stdout)[0]).toMatchObject({ films: [{ kind: 'read', readings: 6, problem: null }] });
    expect((await rowsOf(csv)).filter(({ row }) => row === 'film')).toHaveLength(2);
  });

  test('a table of something else is not written over', async () => {
    const csv = join(dir, 'other.csv');
    await writeFile(csv, 'my,own,table\n1,2,3\n');
    const { code, stderr } = await read(csv, CLIP);
    expect(code).toBe(1);
    expect(stderr).toMatch(/a table that "faceward read" wrote, or no file, was expected/);
    expect(await readFile(csv, 'utf8')).toMatch(/^my,own/);
  });
});

describe.runIf(hasDecoder)('a film is read into a site', () => {
  let data: string;

  beforeAll(async () => {
    data = join(dir, 'site');
    await makeSiteWithSession(data);
    process.env.FACEWARD_PASSWORD = PASSWORD;
  });

  afterAll(() => {
    delete process.env.FACEWARD_PASSWORD;
  });

  const readInto = (child: string, ...more: string[]) => runHere(['read', '--child', child, '--data', data, ...more]);

  test('as a session of the child, once, on a clock that begins where the part does', async () => {
    const part = ['--from', '4', '--to', '4.4'];
    expect(await readInto('C-17', CLIP, ...part)).toMatchObject({
      code: 0,
      stdout: 'Read 1 of 1 films into sessions of C-17\n',
    });
    const copy = join(dir, 'renamed.mp4');
    await copyFile(CLIP, copy);
    expect((await readInto('C-17', copy, ...part)).stderr).toMatch(/renamed\.mp4: read before/);

    const service = openService(data, () => {});
    const caller = await signIn(service, { data });
    const sessions = await service.call(caller, 'sessions.list', {});
    const films = sessions.filter(({ source }) => source === 'recording');
    expect(films).toMatchObject([
      {
        recordingName: 'child-session.mp4',
        recordingOriginMs: 4000,
        durationMs: 400,
        state: 'stopped',
        sampleCount: 6,
      },
    ]);
    expect(films[0]!.recordingSha256).toMatch(/^[0-9a-f]{64}$/);
    const { gaps } = await service.call(caller, 'sessions.timeline', { sessionId: films[0]!.id });
    expect(gaps).toEqual([]);
    await service.close();
  });

  test('a child whom nobody knows is told before anything is read', async () => {
    const { code, stderr } = await readInto('C-99', CLIP);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'faceward: a child of the site was expected; nobody has the code C-99\n',
    });
  });
});

test.each([
  [['--child', 'C-17'], /one of --csv and --child was expected/],
  [['--face', 'left'], /X,Y@SECONDS was expected, such as 320,240@1\.5/],
  [['--from', 'now'], /Seconds were expected, such as 90 or 12\.5; it is not a number/],
  [['--from', '9', '--to', '8'], /--to has to be later than --from; found 9 and 8/],
  [['--model', 'nowhere'], /--model: /],
])('misuse is told: %j', async (more, words) => {
  const { code, stderr } = await read(join(dir, 'misuse.csv'), CLIP, ...more);
  expect(code).not.toBe(0);
  expect(stderr).toMatch(words);
});

test.runIf(hasDecoder)('a film that ends before the part begins is told', async () => {
  const { code, stderr } = await read(join(dir, 'late.csv'), CLIP, '--from', '70');
  expect(code).toBe(1);
  expect(stderr).toMatch(/it ends at 60\.0 s, and is to be read from 70 s on/);
});
