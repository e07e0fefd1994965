import { readFile, rename, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import type { Gap } from '../../core/emotion/gap.ts';
import type { Sample } from '../../core/emotion/sample.ts';
import { valence } from '../../core/emotion/valence.ts';
import { BOX_COLUMNS, QUALITY_COLUMNS } from '../../core/report/report-samples.ts';
import { type Cell, csvRows } from '../../core/tables/csv.node.ts';
import type { FilmPart, FilmSink, ReadFilm } from './read-films.node.ts';

/**
 * What films showed, as a table: a row a reading and a row a gap, times counted from the film's first picture. The names
 * of the columns are those of a session's CSV.
 *
 * A film's rows are written together, once it has been read, and a row "film" ends them: a film that has one is not read
 * again. Its box has no size: it is the middle of the face that was chosen, where it was then.
 */

const COLUMNS = [
  'row',
  'film',
  'film_sha256',
  'model',
  'at_ms',
  'to_ms',
  'emotion',
  ...EMOTIONS.map((emotion) => `p_${emotion}`),
  'valence',
  ...BOX_COLUMNS,
  ...QUALITY_COLUMNS,
  'reason_or_kind',
] as const;

/** A film that a table has, and which model read it. */
type FilmOfTable = FilmPart & { readonly model: string };

export class FilmTable implements FilmSink {
  readonly #path: string;
  /** Id and version. */
  readonly #model: string;
  readonly #films: FilmOfTable[];
  #text: string;

  private constructor(path: string, model: string, text: string, films: FilmOfTable[]) {
    this.#path = path;
    this.#model = model;
    this.#text = text;
    this.#films = films;
  }

  /**
   * Goes on with the table of a file, or begins one.
   *
   * @param model Id and version of the model that reads.
   * @throws Error when the file is there and is no such table.
   */
  static async open(path: string, model: string): Promise<FilmTable> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    if (text.trim() === '') return new FilmTable(path, model, csvRows([COLUMNS]), []);
    const header = text.slice(0, text.search(/\r?\n|$/));
    if (header !== csvRows([COLUMNS]).trimEnd()) {
      throw new Error(`a table that "faceward read" wrote, or no file, was expected; ${path} holds something else`);
    }
    const rows: Record<string, string>[] = parse(text, { columns: true });
    const films = rows
      .filter(({ row }) => row === 'film')
      .map(({ film_sha256: sha256 = '', model = '', at_ms, to_ms }) => ({
        sha256,
        model,
        fromMs: Number(at_ms),
        toMs: Number(to_ms),
      }));
    return new FilmTable(path, model, text, films);
  }

  has({ sha256, fromMs, toMs }: FilmPart): boolean {
    return this.#films.some(
      (film) =>
        film.sha256 === sha256 &&
        film.model === this.#model &&
        film.fromMs === rounded(fromMs, 1) &&
        film.toMs === rounded(toMs, 1),
    );
  }

  /** Adds a film's rows. The file is replaced as a whole, so that it never holds half of them. */
  async add(film: ReadFilm): Promise<void> {
    this.#text += csvRows(rowsOf(film, this.#model));
    const { sha256 } = film;
    this.#films.push({ sha256, model: this.#model, fromMs: rounded(film.fromMs, 1), toMs: rounded(film.toMs, 1) });
    const beside = `${this.#path}.part`;
    await writeFile(beside, this.#text);
    await rename(beside, this.#path);
  }
}

function rowsOf({ name, sha256, fromMs, toMs, chosen, samples, gaps }: ReadFilm, model: string): Cell[][] {
  const timed = [...samples.map(sampleCells), ...gaps.map(gapCells)].sort((a, b) => Number(a.at_ms) - Number(b.at_ms));
  const end = {
    row: 'film',
    at_ms: rounded(fromMs, 1),
    to_ms: rounded(toMs, 1),
    box_x_px: chosen.xPx,
    box_y_px: chosen.yPx,
    reason_or_kind: `face chosen at ${rounded(chosen.atMs, 1)} ms`,
  };
  return [...timed, end].map((cells: Readonly<Record<string, Cell>>) => {
    const row: Readonly<Record<string, Cell>> = { film: name, film_sha256: sha256, model, ...cells };
    return COLUMNS.map((column) => row[column] ?? null);
  });
}

function sampleCells({ atMs, probabilities, emotion, box, quality }: Sample): Record<string, Cell> {
  const cells: Record<string, Cell> = {
    row: 'sample',
    at_ms: rounded(atMs, 1),
    emotion: emotion ?? 'not-sure',
    valence: rounded(valence(Float32Array.from(probabilities)).value, 6),
  };
  for (const [at, each] of EMOTIONS.entries()) cells[`p_${each}`] = rounded(probabilities[at]!, 6);
  const places = [box.xPx, box.yPx, box.widthPx, box.heightPx];
  for (const [at, column] of BOX_COLUMNS.entries()) cells[column] = rounded(places[at]!, 2);
  const { brightness, sharpness, eyeDistancePx, yawDeg } = quality;
  const measured = [brightness, sharpness, eyeDistancePx, yawDeg];
  for (const [at, column] of QUALITY_COLUMNS.entries()) cells[column] = rounded(measured[at]!, 4);
  return cells;
}

function gapCells({ fromMs, toMs, reason }: Gap): Record<string, Cell> {
  return { row: 'gap', at_ms: rounded(fromMs, 1), to_ms: rounded(toMs, 1), reason_or_kind: reason };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
