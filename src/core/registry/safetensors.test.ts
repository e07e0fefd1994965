import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSafetensors, SafetensorsError, writeSafetensors } from './safetensors.ts';

/**
 * Made with the Python package safetensors 0.8.0:
 *
 *     safetensors.numpy.save({"b.bias": [1.5, -2.25], "a.weight": [[.1, .2, .3], [-4, 5e-7, 6e9]], "scalar": 7,
 *                             "empty": zeros((0, 3))}, metadata={"format": "pt", "näme": "é"})  # all float32
 */
const FROM_PYTHON = Uint8Array.from(
  Buffer.from(
    'IAEAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJuw6RtZSI6IsOpIiwiZm9ybWF0IjoicHQifSwiYS53ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJz' +
      'aGFwZSI6WzIsM10sImRhdGFfb2Zmc2V0cyI6WzAsMjRdfSwiYi5iaWFzIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsyXSwiZGF0YV9vZmZz' +
      'ZXRzIjpbMjQsMzJdfSwiZW1wdHkiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzAsM10sImRhdGFfb2Zmc2V0cyI6WzMyLDMyXX0sInNjYWxh' +
      'ciI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbXSwiZGF0YV9vZmZzZXRzIjpbMzIsMzZdfX3NzMw9zcxMPpqZmT4AAIDAvTcGNV7Qsk8AAMA/' +
      'AAAQwAAA4EA=',
    'base64',
  ),
);

/** A file with the given header and data. */
function file(header: unknown, data: readonly number[] = [], claimedHeaderBytes?: number): Uint8Array {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(claimedHeaderBytes ?? json.length));
  return Uint8Array.from(Buffer.concat([length, json, Buffer.from(Float32Array.from(data).buffer)]));
}

const one = (entry: object) => ({ w: { dtype: 'F32', shape: [2], data_offsets: [0, 8], ...entry } });

/** As text: the same number can be written in several ways. */
const written = (shape: string, offsets: string) => `{"w":{"dtype":"F32","shape":${shape},"data_offsets":${offsets}}}`;

describe('readSafetensors', () => {
  it('reads what the Python package writes', () => {
    const { tensors, metadata } = readSafetensors(FROM_PYTHON);
    expect({ ...metadata }).toEqual({ format: 'pt', näme: 'é' });
    expect(Object.keys(tensors)).toEqual(['a.weight', 'b.bias', 'empty', 'scalar']);
    expect(tensors['a.weight']).toEqual({ shape: [2, 3], data: Float32Array.of(0.1, 0.2, 0.3, -4, 5e-7, 6e9) });
    expect(tensors['b.bias']!.data).toEqual(Float32Array.of(1.5, -2.25));
    expect(tensors.empty).toEqual({ shape: [0, 3], data: new Float32Array() });
    expect(tensors.scalar).toEqual({ shape: [], data: Float32Array.of(7) });
  });

  it('reads a file that lies at an odd place in memory', () => {
    const moved = new Uint8Array(FROM_PYTHON.length + 3);
    moved.set(FROM_PYTHON, 3);
    expect(readSafetensors(moved.subarray(3))).toEqual(readSafetensors(FROM_PYTHON));
  });

  it('takes metadata of null for none, as the reference does', () => {
    const { tensors, metadata } = readSafetensors(file({ __metadata__: null, ...one({}) }, [1, 2]));
    expect([tensors.w!.shape, { ...metadata }]).toEqual([[2], {}]);
  });

  it.each([
    ['nothing', new Uint8Array(), /0 bytes/],
    ['a header longer than the file', file({}, [], 1_000), /claims 1000 bytes/],
    ['a header length beyond any file', Uint8Array.from({ length: 16 }, () => 255), /claims 18446744073709551615/],
    ['a header that is no JSON', file('{"w":'), /not JSON/],
    ['a header that is no UTF-8', Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0xff), /not JSON in UTF-8/],
    ['a header that is a list', file([]), /not a JSON object/],
    ['another type of number', file(one({ dtype: 'F16' }), [1, 2]), /"F16"; only F32/],
    ['a negative size', file(one({ shape: [-2] }), [1, 2]), /no valid shape/],
    ['a size that is no number', file(one({ shape: ['2'] }), [1, 2]), /no valid shape/],
    ['a size that is written as a fraction', file(written('[2.0]', '[0,8]'), [1, 2]), /no valid shape/],
    ['a size that is written with an exponent', file(written('[2e0]', '[0,8]'), [1, 2]), /no valid shape/],
    ['offsets that are written as fractions', file(written('[2]', '[0,8.0]'), [1, 2]), /no valid data_offsets/],
    ['offsets outside of the data', file(one({ data_offsets: [0, 80] }), [1, 2]), /outside of the 8 bytes/],
    ['offsets the wrong way round', file(one({ data_offsets: [8, 0] }), [1, 2]), /bytes 8 to 0/],
    ['a shape larger than its data', file(one({ shape: [2 ** 50, 2 ** 50] }), [1, 2]), /its offsets give 8/],
    ['data that nobody claims', file(one({}), [1, 2, 3]), /fill 8 bytes of the 12/],
    ['a hole', file(one({ data_offsets: [4, 12] }), [1, 2, 3]), /begins at byte 4; 0 was expected/],
    [
      'two tensors on the same bytes',
      file({ ...one({}), v: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } }, [1, 2]),
      /without hole or overlap/,
    ],
    ['metadata that is no text', file({ __metadata__: { a: 1 } }), /__metadata__.a is not a text/],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(SafetensorsError);
    expect(() => readSafetensors(bytes)).toThrow(message);
  });

  it('keeps a tensor named like something that objects inherit', () => {
    const { tensors } = readSafetensors(file('{"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', [3]));
    expect(Object.keys(tensors)).toEqual(['__proto__']);
  });

  it('fails with its own error, or reads, whatever single byte is wrong', () => {
    fc.assert(
      fc.property(fc.nat(FROM_PYTHON.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const bytes = Uint8Array.from(FROM_PYTHON);
        bytes[at] = value;
        try {
          readSafetensors(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(SafetensorsError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('writeSafetensors', () => {
  it('writes what it reads, with the data at a multiple of eight', () => {
    const { tensors, metadata } = readSafetensors(FROM_PYTHON);
    const bytes = writeSafetensors(tensors, metadata);
    expect(readSafetensors(bytes)).toEqual({ tensors, metadata });
    expect(Number(new DataView(bytes.buffer).getBigUint64(0, true)) % 8).toBe(0);
  });

  it('writes the same bytes in whichever order the tensors come', () => {
    const a = { shape: [1], data: Float32Array.of(1) };
    const b = { shape: [2], data: Float32Array.of(2, 3) };
    expect(writeSafetensors({ a, b })).toEqual(writeSafetensors({ b, a }));
  });

  it('refuses data that does not fill its shape', () => {
    expect(() => writeSafetensors({ w: { shape: [2, 2], data: new Float32Array(3) } })).toThrow(
      /tensor w of shape \[2,2\] needs 4 numbers; found 3/,
    );
  });
});
