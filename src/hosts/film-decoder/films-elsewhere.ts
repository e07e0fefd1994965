import { basename } from 'node:path';
import { type Film, type FilmPicture, NoDecoderError } from '../../core/recording/film.node.ts';
import { type Span, VideoFileError } from '../../core/recording/open-video-file.ts';
import { askAboutFilm } from '../../service/runtime/film-decoders/film-decoders.ts';
import type {
  FilmDecoder,
  FromFilmDecoder,
  LaunchFilmDecoder,
  ToFilmDecoder,
} from '../../service/runtime/film-decoders/launch-film-decoder.ts';

/**
 * Films that are taken apart and decoded in a process of their own, one film at a time: what ends its decoder, hangs it or fills
 * its memory ends nothing else, and the next film has a new process.
 */
export class FilmsElsewhere implements Disposable {
  readonly #launch: LaunchFilmDecoder;
  #process: FilmDecoder | null = null;

  constructor(launch: LaunchFilmDecoder) {
    this.#launch = launch;
  }

  /**
   * As openFilm. Its pictures end when another film of these is opened.
   *
   * @throws NoDecoderError, VideoFileError; FailureError that names the film, when its process ends or the decoder refuses it.
   */
  async open(path: string): Promise<Film> {
    const { durationMs, originMs } = await this.#film(path, null);
    return { durationMs, originMs, pictures: (span) => this.#pictures(path, span) };
  }

  [Symbol.dispose](): void {
    this.#process?.end();
  }

  async *#pictures(path: string, span: Span = { fromMs: 0, toMs: Number.POSITIVE_INFINITY }) {
    await this.#film(path, span);
    // The next are decoded while these are read.
    let coming = this.#next(path);
    try {
      for (;;) {
        const { pictures, end } = await coming;
        if (end === undefined) coming = this.#next(path);
        for (const picture of pictures) yield picture satisfies FilmPicture;
        if (end) throw new VideoFileError(end.problem, end.codec);
        if (end === null) return;
      }
    } finally {
      // Nobody waits for it where the reader has enough.
      coming.catch(() => {});
    }
  }

  async #film(path: string, span: Span | null) {
    const answer = await this.#ask(path, { kind: 'film', path, span });
    if (answer.kind === 'no-film') throw new VideoFileError(answer.fault.problem, answer.fault.codec);
    if (answer.kind === 'no-decoder') throw new NoDecoderError(answer.message);
    return expected(answer, 'film');
  }

  async #next(path: string) {
    return expected(await this.#ask(path, { kind: 'next' }), 'film-pictures');
  }

  #ask(path: string, question: ToFilmDecoder): Promise<FromFilmDecoder> {
    if (!this.#process?.isThere) {
      if (question.kind === 'next') throw new Error(`${path} is not open any more`);
      this.#process = this.#launch();
    }
    return askAboutFilm({ process: this.#process, fileName: basename(path) }, question);
  }
}

function expected<Kind extends FromFilmDecoder['kind']>(answer: FromFilmDecoder, kind: Kind) {
  if (answer.kind === kind) return answer as Extract<FromFilmDecoder, { kind: Kind }>;
  throw new Error(`the answer "${kind}" was expected of the decoder; found "${answer.kind}"`);
}
