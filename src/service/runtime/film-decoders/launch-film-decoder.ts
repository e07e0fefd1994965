import type { FilmPicture } from '../../../core/recording/film.node.ts';
import type { Span, VideoFileProblem } from '../../../core/recording/open-video-file.ts';
import type { Packet, PacketCoding, PacketPicture } from '../../../core/recording/packet-decoder.node.ts';

/** What a process that decodes films is asked; one question after the other. */
export type ToFilmDecoder =
  | { readonly kind: 'open'; readonly coding: PacketCoding }
  | { readonly kind: 'decode'; readonly packets: readonly Packet[]; readonly isLast: boolean }
  /** The film is over: the process can take the next. */
  | { readonly kind: 'close' }
  /** A whole film, taken apart there; with a span its pictures come by 'next'. */
  | { readonly kind: 'film'; readonly path: string; readonly span: Span | null }
  | { readonly kind: 'next' };

/** What is wrong with a film, as plain data: see VideoFileError. */
export interface FilmFault {
  readonly problem: VideoFileProblem;
  readonly codec: string;
}

/** What it answers, once a question. */
export type FromFilmDecoder =
  | { readonly kind: 'opened'; readonly canDecode: boolean }
  | { readonly kind: 'pictures'; readonly pictures: readonly PacketPicture[] }
  | { readonly kind: 'closed' }
  /** The decoder refused what it was given, by its own words; the process is still there. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'film'; readonly durationMs: number; readonly originMs: number }
  | { readonly kind: 'no-film'; readonly fault: FilmFault }
  /** What decodes is not installed here. */
  | { readonly kind: 'no-decoder'; readonly message: string }
  /** `end` comes with the last: null where the film is over. */
  | { readonly kind: 'film-pictures'; readonly pictures: readonly FilmPicture[]; readonly end?: FilmFault | null }
  /** It takes more memory than it may, and ends. */
  | { readonly kind: 'too-much-memory'; readonly bytes: number };

/** Why a process that decodes films is gone. */
export type FilmDecoderEnd =
  | { readonly kind: 'ended'; readonly code: string }
  | { readonly kind: 'silent'; readonly seconds: number }
  | { readonly kind: 'too-much-memory'; readonly bytes: number };

/** The process is gone, and with it the film that it decoded. */
export class FilmDecoderEndedError extends Error {
  readonly end: FilmDecoderEnd;

  constructor(end: FilmDecoderEnd) {
    super(`what decodes films is gone: ${JSON.stringify(end)}`);
    this.name = 'FilmDecoderEndedError';
    this.end = end;
  }
}

/** A process that decodes one film at a time, of somebody who cannot. */
export interface FilmDecoder {
  /** False once the process is gone. */
  readonly isThere: boolean;
  /** @throws FilmDecoderEndedError */
  ask(question: ToFilmDecoder): Promise<FromFilmDecoder>;
  end(): void;
}

/** Starts such a process; each host has its own kind. */
export type LaunchFilmDecoder = () => FilmDecoder;
