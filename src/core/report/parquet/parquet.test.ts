import { expect, test } from 'vitest';
import { samplesOf } from '../testing/document-of.ts';
import { joined } from '../testing/joined.ts';
import { INSTALL_MS, pythonTool } from '../testing/python-tool.ts';
import { richDocument, richSamples } from '../testing/rich-document.ts';
import { reportToParquet } from './parquet.ts';

const READ = `
import io, json, sys, pyarrow.parquet as parquet
file = parquet.ParquetFile(io.BytesIO(sys.stdin.buffer.read()))
table = file.read()
meta = {key.decode(): value.decode() for key, value in (file.metadata.metadata or {}).items()}
print(json.dumps({'types': {field.name: str(field.type) for field in table.schema}, 'rows': table.slice(0, 2).to_pylist(), 'count': table.num_rows, 'meta': meta}))
`;

test(
  'pyarrow reads every sample, numbers in their types, and what the table is',
  ({ skip }) => {
    const python = pythonTool(['pyarrow==26.0.1'], { isLarge: true });
    if ('missing' in python) return skip(python.missing);
    const read = (samples = richSamples()) =>
      JSON.parse(python.run(READ, [], joined(reportToParquet(richDocument(), samples))).toString('utf8'));
    const { types, rows, count, meta } = read();
    expect(count).toBe(richSamples().count);
    expect(types).toMatchObject({ at_ms: 'double', emotion: 'string', p_anger: 'float', box_x_px: 'float' });
    expect(rows[1]).toMatchObject({
      at_ms: 62.5,
      emotion: 'happiness',
      box_x_px: 100.5,
      yaw_deg: -3.5,
      pitch_deg: 4.25,
    });
    const without = { ...richSamples(), movements: new Float32Array(5 * richSamples().count).fill(Number.NaN) };
    expect(read(without).rows[1]).toMatchObject({ yaw_deg: -3.5, pitch_deg: null });
    expect(rows[1].p_happiness).toBeCloseTo(0.7, 6);
    expect(rows[1].valence).toBeCloseTo(0.5, 6);
    expect(meta).toMatchObject({ child_code: 'KID-7', statement: expect.stringContaining('not a diagnosis') });
    expect(read(samplesOf([])).count).toBe(0);
  },
  INSTALL_MS,
);
