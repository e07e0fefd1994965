import type { Packet, PacketCoding, PacketPicture } from '../../../core/recording/packet-decoder.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { FailureError } from '../../../core/words/failure-error.ts';
import {
  type FilmDecoder,
  FilmDecoderEndedError,
  type FromFilmDecoder,
  type LaunchFilmDecoder,
  type ToFilmDecoder,
} from './launch-film-decoder.ts';

/** A window reads one film at a time; what more there is was left behind: the oldest makes room. */
const MOST_DECODERS = 4;

/** A process without a film waits so long for the next. */
const IDLE_MS = 30_000;

/** A film that is being decoded. */
interface DecodedFilm {
  readonly process: FilmDecoder;
  readonly fileName: string;
  /** Whoever opened it, and nobody else, has it decoded. */
  readonly owner: object;
}

/**
 * The films that this host decodes for windows, each in a process of its own: a film that ends its decoder ends nothing else.
 */
export class FilmDecoders {
  readonly #launch: LaunchFilmDecoder | undefined;
  readonly #films = new Map<string, DecodedFilm>();
  #idle: FilmDecoder | null = null;
  #idleUntil: ReturnType<typeof setTimeout> | undefined;

  /** @param launch Left out where a host starts no such processes: nothing is decoded then. */
  constructor(launch: LaunchFilmDecoder | undefined) {
    this.#launch = launch;
  }

  /**
   * @returns The film's id; null where nothing here decodes it.
   * @throws FailureError that names the file, when the process ends.
   */
  async open(owner: object, fileName: string, coding: PacketCoding): Promise<string | null> {
    if (!this.#launch) return null;
    const film = { process: this.#takeIdle() ?? this.#launch(), fileName, owner };
    const id = crypto.randomUUID();
    this.#films.set(id, film);
    for (const oldest of [...this.#films.keys()].slice(0, -MOST_DECODERS)) this.#drop(oldest);
    const answer = await this.#ask(id, film, { kind: 'open', coding });
    if (answer.kind === 'opened' && answer.canDecode) return id;
    await this.close(owner, id);
    return null;
  }

  /**
   * @returns Null of a film that is not being decoded for this owner.
   * @throws FailureError that names the file, when the process ends or the decoder refuses the packets.
   */
  async decode(
    owner: object,
    id: string,
    packets: readonly Packet[],
    isLast: boolean,
  ): Promise<readonly PacketPicture[] | null> {
    const film = this.#films.get(id);
    if (film?.owner !== owner) return null;
    const answer = await this.#ask(id, film, { kind: 'decode', packets, isLast });
    if (answer.kind !== 'pictures') throw new Error(`pictures were expected of the decoder; found "${answer.kind}"`);
    return answer.pictures;
  }

  /** The film is over. */
  async close(owner: object, id: string): Promise<void> {
    const film = this.#films.get(id);
    if (film?.owner !== owner) return;
    this.#films.delete(id);
    const closed = await film.process.ask({ kind: 'close' }).catch(() => null);
    if (closed?.kind === 'closed') this.#rest(film.process);
    else film.process.end();
  }

  /** The owner is gone. */
  leave(owner: object): void {
    for (const [id, film] of this.#films) if (film.owner === owner) this.#drop(id);
  }

  endAll(): void {
    for (const id of [...this.#films.keys()]) this.#drop(id);
    this.#takeIdle()?.end();
  }

  /** What cannot be gone on with is dropped. */
  async #ask(id: string, film: DecodedFilm, question: ToFilmDecoder): Promise<FromFilmDecoder> {
    try {
      return await askAboutFilm(film, question);
    } catch (error) {
      this.#drop(id);
      throw error;
    }
  }

  #drop(id: string): void {
    this.#films.get(id)?.process.end();
    this.#films.delete(id);
  }

  #rest(process: FilmDecoder): void {
    if (this.#idle) {
      process.end();
      return;
    }
    this.#idle = process;
    this.#idleUntil = setTimeout(() => this.#takeIdle()?.end(), IDLE_MS);
    this.#idleUntil.unref();
  }

  #takeIdle(): FilmDecoder | null {
    const idle = this.#idle;
    clearTimeout(this.#idleUntil);
    this.#idle = null;
    return idle?.isThere ? idle : null;
  }
}

/** @throws FailureError that names the film, when the process ends or the decoder refuses it. */
export async function askAboutFilm(
  { process, fileName }: Pick<DecodedFilm, 'process' | 'fileName'>,
  question: ToFilmDecoder,
): Promise<FromFilmDecoder> {
  try {
    const answer = await process.ask(question);
    if (answer.kind === 'refused') {
      // What the library says of it is of no use to who has the film.
      throw new FailureError(failure('films.refused', { fileName }), { cause: new Error(answer.message) });
    }
    return answer;
  } catch (error) {
    if (!(error instanceof FilmDecoderEndedError)) throw error;
    const { end } = error;
    if (end.kind === 'silent') throw new FailureError(failure('films.silent', { fileName, seconds: end.seconds }));
    if (end.kind === 'too-much-memory') {
      throw new FailureError(failure('films.too-much-memory', { fileName, gigabytes: end.bytes / 2 ** 30 }));
    }
    throw new FailureError(failure('films.ended', { fileName, code: end.code }));
  }
}
