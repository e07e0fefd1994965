import { CustomVideoDecoder, type EncodedPacket, registerDecoder, type VideoCodec, VideoSample } from 'mediabunny';
import type { z } from 'zod';
import type { METHODS } from '../../../../../contract/contract.ts';
import { FailureError } from '../../../../../core/words/failure-error.ts';
import type { FromHost, ToHost } from './host-decoder-messages.ts';

/** As many go to the host at once: one call, some megabytes of pictures. */
const PACKETS_A_CALL = 8;

type Answer<N extends ToHost['name']> = z.output<(typeof METHODS)[N]['output']>;

/** The host, as the worker that decodes sees it. */
class Host {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #asked = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<FromHost>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.kind === 'answer') waiting?.resolve(data.output);
      else waiting?.reject(new FailureError(data.failure));
    };
  }

  ask<N extends ToHost['name']>(name: N, input: (ToHost & { name: N })['input']): Promise<Answer<N>> {
    const id = this.#asked++;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    this.#port.postMessage({ id, name, input });
    return answer.promise as Promise<Answer<N>>;
  }
}

/**
 * Has the host decode films of this coding, which the browser cannot decode: the library then takes the host's pictures for
 * the browser's own. To be called once in a worker.
 *
 * @returns False where the host cannot either.
 */
export async function decodeByHost(
  { port, fileName }: { readonly port: MessagePort; readonly fileName: string },
  codec: VideoCodec,
  config: VideoDecoderConfig,
): Promise<boolean> {
  const host = new Host(port);
  const { decoder } = await host.ask('films.openDecoder', { fileName, ...codingOf(config) });
  if (decoder === null) return false;
  await host.ask('films.closeDecoder', { decoder });
  registerDecoder(
    class extends HostDecoder {
      static override supports(wanted: VideoCodec): boolean {
        return wanted === codec;
      }

      override readonly host = host;
      override readonly fileName = fileName;
    },
  );
  return true;
}

function codingOf({
  codec,
  description,
  colorSpace,
}: VideoDecoderConfig): Omit<(ToHost & { name: 'films.openDecoder' })['input'], 'fileName'> {
  return {
    codec,
    description: description ? bytesOf(description) : null,
    matrix: colorSpace?.matrix ?? null,
    isFullRange: colorSpace?.fullRange ?? null,
  };
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array<ArrayBuffer> {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice()
    : new Uint8Array(source).slice();
}

type Packets = (ToHost & { name: 'films.decode' })['input']['packets'];

/** The library's decoder, by the host. */
abstract class HostDecoder extends CustomVideoDecoder {
  abstract readonly host: Host;
  abstract readonly fileName: string;
  #decoder = '';
  #packets: Packets = [];

  async init(): Promise<void> {
    const { decoder } = await this.host.ask('films.openDecoder', {
      fileName: this.fileName,
      ...codingOf(this.config),
    });
    if (decoder === null) throw new Error('the host has decoded this film before and cannot any more');
    this.#decoder = decoder;
  }

  async decode({ data, type, microsecondTimestamp, microsecondDuration }: EncodedPacket): Promise<void> {
    this.#packets.push({
      data: data.slice(),
      isKey: type === 'key',
      atUs: Math.round(microsecondTimestamp),
      durationUs: Math.round(microsecondDuration),
    });
    if (this.#packets.length === PACKETS_A_CALL) await this.#send(false);
  }

  async flush(): Promise<void> {
    await this.#send(true);
  }

  async close(): Promise<void> {
    if (this.#decoder) await this.host.ask('films.closeDecoder', { decoder: this.#decoder });
  }

  async #send(isLast: boolean): Promise<void> {
    const packets = this.#packets;
    this.#packets = [];
    const { pictures } = await this.host.ask('films.decode', { decoder: this.#decoder, packets, isLast });
    for (const { data, widthPx, heightPx, displayWidthPx, displayHeightPx, atUs, durationUs } of pictures) {
      const frame = new VideoFrame(data, {
        format: 'RGBA',
        codedWidth: widthPx,
        codedHeight: heightPx,
        displayWidth: displayWidthPx,
        displayHeight: displayHeightPx,
        timestamp: atUs,
        duration: durationUs,
      });
      this.onSample(new VideoSample(frame));
    }
  }
}
