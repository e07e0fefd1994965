import koffi from 'koffi';
import { SOURCE_PREFIX, type StreamDescription } from '../streams.ts';

/**
 * liblsl, the Lab Streaming Layer's own library, as far as the program calls it. To be loaded in a process of its own: a fault
 * of native code ends the process that it is in.
 *
 * Source: liblsl 1.18, include/lsl_c.h.
 */

/** Of lsl_channel_format_t. */
const FORMATS = { float32: 1, string: 3 } as const;

/** A stream that others may receive. Caller closes it. */
export interface Outlet {
  /** @param atS On LSL's clock. */
  push(atS: number, values: readonly number[] | readonly string[]): void;
  /** Whether anybody receives it now. */
  hasConsumers(): boolean;
  close(): void;
}

/** A stream of others, as it is found on the network. */
export interface FoundStream {
  readonly name: string;
  readonly type: string;
  readonly hostname: string;
  readonly sourceId: string;
}

/** Receives another program's text stream. Caller closes it. */
export interface TextInlet {
  /** What came since the last call, with the sender's time on this machine's LSL clock; null once the stream is lost. */
  pull(): { readonly atS: number; readonly text: string }[] | null;
  close(): void;
}

/** The native library. */
export interface Lsl {
  readonly version: string;
  /** Seconds, never going back. */
  localClock(): number;
  openOutlet(description: StreamDescription): Outlet;
  /** Text streams of other programs that can be found within a time. */
  findTextStreams(withinS: number): Promise<FoundStream[]>;
  /** @returns Null when no text stream of this name is found in time. */
  openTextInlet(name: string, withinS: number): Promise<TextInlet | null>;
}

/** Of minutes that wait for a receiver that is slow; irregular streams count hundreds of samples for each. */
const BUFFERED = 10;

/** More streams than a ward's network has. */
const MOST_FOUND = 64;

/** Its own recovery does not find a stream again whose name has an apostrophe, and says so in its log only: whoever calls looks again. */
const RECOVERS = 0;

/** Clock-corrected, and never back in time: LSL's proc_clocksync and proc_monotonize. */
const POSTPROCESSING = 1 | 4;

/** Of what comes in one call: nobody waits for longer than that. */
const MOST_AT_ONCE = 100;

/**
 * Loads the library.
 *
 * @param file The shared library.
 * @param configuration What liblsl reads from lsl_api.cfg, in its words; it must be the first load in this process.
 * @throws Error with the loader's own words if it cannot be loaded here.
 */
export function loadLsl(file: string, configuration: string): Lsl {
  const library = koffi.load(file);
  const call = (signature: string) => library.func(signature);
  call('void lsl_set_config_content(const char *content)')(configuration);
  const api = {
    version: call('int lsl_library_version()'),
    clock: call('double lsl_local_clock()'),
    newInfo: call('void *lsl_create_streaminfo(const char *, const char *, int, double, int, const char *)'),
    endInfo: call('void lsl_destroy_streaminfo(void *)'),
    describe: call('void *lsl_get_desc(void *)'),
    addChild: call('void *lsl_append_child(void *, const char *)'),
    addValue: call('void *lsl_append_child_value(void *, const char *, const char *)'),
    newOutlet: call('void *lsl_create_outlet(void *, int, int)'),
    endOutlet: call('void lsl_destroy_outlet(void *)'),
    pushFloats: call('int lsl_push_sample_ftp(void *, const float *, double, int)'),
    pushTexts: call('int lsl_push_sample_strtp(void *, const char **, double, int)'),
    hasConsumers: call('int lsl_have_consumers(void *)'),
    resolve: call('int lsl_resolve_bypred(_Out_ void **, uint32, const char *, int, double)'),
    name: call('const char *lsl_get_name(void *)'),
    type: call('const char *lsl_get_type(void *)'),
    hostname: call('const char *lsl_get_hostname(void *)'),
    sourceId: call('const char *lsl_get_source_id(void *)'),
    newInlet: call('void *lsl_create_inlet(void *, int, int, int)'),
    endInlet: call('void lsl_destroy_inlet(void *)'),
    postprocess: call('int lsl_set_postprocessing(void *, uint32)'),
    pullText: call('double lsl_pull_sample_str(void *, _Out_ void **, int, double, _Out_ int *)'),
    endText: call('void lsl_destroy_string(void *)'),
  };

  const found = async (predicate: string, withinS: number): Promise<unknown[]> => {
    const infos: unknown[] = new Array(MOST_FOUND).fill(null);
    const count = await new Promise<number>((resolve, reject) =>
      api.resolve.async(infos, MOST_FOUND, predicate, 0, withinS, (error: Error | null, result: number) =>
        error ? reject(error) : resolve(result),
      ),
    );
    return infos.slice(0, Math.max(0, count));
  };

  const factsOf = (info: unknown): FoundStream => ({
    name: api.name(info),
    type: api.type(info),
    hostname: api.hostname(info),
    sourceId: api.sourceId(info),
  });

  return {
    version: versionText(api.version()),
    localClock: () => api.clock(),

    openOutlet({ name, type, format, channels, sourceId, about }) {
      // Irregular: nothing may spread its samples evenly.
      const info = api.newInfo(name, type, channels.length, 0, FORMATS[format], sourceId);
      const description = api.describe(info);
      for (const [key, value] of Object.entries(about)) api.addValue(description, key, value);
      const listed = api.addChild(description, 'channels');
      for (const { label, unit } of channels) {
        const channel = api.addChild(listed, 'channel');
        api.addValue(channel, 'label', label);
        if (unit) api.addValue(channel, 'unit', unit);
        api.addValue(channel, 'type', type);
      }
      const outlet = api.newOutlet(info, 0, BUFFERED);
      api.endInfo(info);
      if (!outlet) throw new Error(`liblsl opened no stream “${name}”`);
      return {
        push(atS, values) {
          if (values.length !== channels.length) {
            throw new RangeError(`${channels.length} values were expected in “${name}”; found ${values.length}`);
          }
          if (format === 'float32') api.pushFloats(outlet, Float32Array.from(values as number[]), atS, 1);
          else api.pushTexts(outlet, values, atS, 1);
        },
        hasConsumers: () => api.hasConsumers(outlet) !== 0,
        close: () => api.endOutlet(outlet),
      };
    },

    async findTextStreams(withinS) {
      const infos = await found(IS_TEXT, withinS);
      const streams = infos.map(factsOf).filter(isOfAnother);
      for (const info of infos) api.endInfo(info);
      return streams;
    },

    async openTextInlet(name, withinS) {
      // A predicate cannot quote: names are compared here.
      const infos = await found(IS_TEXT, withinS);
      const wanted = infos.find((info) => factsOf(info).name === name && isOfAnother(factsOf(info)));
      const inlet = wanted ? api.newInlet(wanted, BUFFERED, 0, RECOVERS) : null;
      for (const info of infos) api.endInfo(info);
      if (!inlet) return null;
      api.postprocess(inlet, POSTPROCESSING);
      return {
        pull() {
          const came = [];
          for (let count = 0; count < MOST_AT_ONCE; count += 1) {
            const texts: unknown[] = [null];
            const failed = [0];
            const atS: number = api.pullText(inlet, texts, 1, 0, failed);
            if (failed[0] !== 0) return null;
            if (atS === 0) break;
            came.push({ atS, text: koffi.decode(texts[0], 'char', -1) as string });
            api.endText(texts[0]);
          }
          return came;
        },
        close: () => api.endInlet(inlet),
      };
    },
  };
}

/** In XPath, over a stream's own description. */
const IS_TEXT = "channel_format='string' and channel_count=1";

/** A session's own streams are no news to it. */
const isOfAnother = ({ sourceId }: FoundStream) => !sourceId.startsWith(SOURCE_PREFIX);

/** 118 is 1.18. */
const versionText = (number: number) => `${Math.floor(number / 100)}.${number % 100}`;
