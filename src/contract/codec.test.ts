import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame } from './codec.ts';

const through = (value: unknown) => decodeFrame(encodeFrame(value));

describe('the wire codec', () => {
  it('keeps typed arrays what they were, wherever they stand', () => {
    const sent = {
      name: 'é',
      atMs: Float64Array.of(0.1, 1e12),
      nested: [{ probabilities: Float32Array.of(0.25, -0), emotion: Int8Array.of(-1, 6), empty: new Float64Array(0) }],
      nothing: null,
    };
    expect(through(sent)).toStrictEqual(sent);
  });

  it('gives bytes back as a Uint8Array with the same content', () => {
    const bytes = through({ bytes: Uint8Array.of(0, 255, 7) }) as { bytes: Uint8Array };
    expect(bytes.bytes).toBeInstanceOf(Uint8Array);
    expect([...bytes.bytes]).toEqual([0, 255, 7]);
  });

  it('gives a frame that later frames do not overwrite, however large', () => {
    const frames = Array.from({ length: 1000 }, (_, id) => ({ id, bytes: 'x'.repeat(id * 7) }));
    const sent = frames.map(encodeFrame);
    expect(sent.map(decodeFrame)).toEqual(frames);
  });

  it('cannot be used to change the prototype of what arrives', () => {
    const hostile = JSON.parse('{"__proto__": {"role": "administrator"}}');
    expect((through(hostile) as { role?: string }).role).toBeUndefined();
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it('refuses bytes that are cut short', () => {
    const frame = encodeFrame({ id: 1, name: 'site.status', input: {} });
    expect(() => decodeFrame(frame.subarray(0, frame.length - 3))).toThrow();
  });

  it('works where code may not be made from text, as under the content security policy', () => {
    const program = `
      const { encodeFrame, decodeFrame } = await import(${JSON.stringify(new URL('codec.ts', import.meta.url).href)});
      for (let i = 0; i < 100; i++) decodeFrame(encodeFrame({ id: i, a: [{ b: new Float32Array(2) }, { b: 1 }] }));
      process.stdout.write('ok');`;
    const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', program];
    expect(execFileSync(process.execPath, flags, { encoding: 'utf8' })).toBe('ok');
  });
});
