import { expect, test } from 'vitest';
import { makePrivateKey, readPrivateKey } from '../../security/signature.node.ts';
import { writeReport } from '../report.node.ts';
import type { ReportDocument } from '../report-document.ts';
import { reportToJson } from '../report-json.ts';
import type { ReportSamples } from '../report-samples.ts';
import { documentOf, samplesOf, sourceOf, timelineOf } from '../testing/document-of.ts';
import { joined } from '../testing/joined.ts';
import { pythonTool } from '../testing/python-tool.ts';
import { longDocument, richDocument, richSamples, withheldDocument } from '../testing/rich-document.ts';
import { jsonPieces } from './json-pieces.node.ts';
import { reportJsonSchema } from './report-json-schema.ts';
import { reportSchema } from './report-schema.ts';

const KEY = readPrivateKey(makePrivateKey());
const { session } = sourceOf();
const BASELINE = {
  version: 1,
  modelId: 'base-a',
  modelVersion: '1.2.0',
  fromMs: 0,
  toMs: 20_000,
  sampleCount: 200,
  probabilities: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.4],
  note: '',
  recordedAtIso: '2026-03-01T10:00:00.000Z',
  recordedBy: 'Bo',
};

const withSamples = (...of: [ReportDocument, ReportSamples]) =>
  new TextDecoder().decode(joined(jsonPieces(...of, null)));

const REPORTS: Readonly<Record<string, string>> = {
  rich: withSamples(richDocument({ baseline: BASELINE }), richSamples()),
  dutch: reportToJson(richDocument({ language: 'nl' })),
  withheld: withSamples(withheldDocument(), richSamples()),
  plain: reportToJson(documentOf({ model: { ...sourceOf().model, test: null, tests: [] } })),
  empty: withSamples(
    documentOf({ ...timelineOf(samplesOf([]), [], 0), session: { ...session, durationMs: 0 } }),
    samplesOf([]),
  ),
  'eight hours': reportToJson(longDocument()),
  signed: new TextDecoder().decode(
    (await writeReport(richDocument({ signingKey: KEY.publicKey }), { samples: () => richSamples(), key: KEY }, 'json'))
      .bytes,
  ),
};

test.each(Object.keys(REPORTS))('%s: every field of the report is one of the schema', (name) => {
  const value: unknown = JSON.parse(REPORTS[name]!);
  expect(reportSchema.parse(value)).toEqual(value);
});

const VALIDATE = `
import json, sys, jsonschema
said = json.load(sys.stdin)
schema = json.loads(said['schema'])
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
print(json.dumps({name: [f'{error.json_path}: {error.message}' for error in validator.iter_errors(json.loads(text))] for name, text in said['reports'].items()}))
`;

test('a validator that others wrote takes each report by the schema, and names what is wrong in another', ({
  skip,
}) => {
  const python = pythonTool(['jsonschema==4.25.1']);
  if ('missing' in python) return skip(python.missing);
  const wrong = REPORTS.rich!.replace('"durationMs":60000', '"durationMs":"a minute"');
  const input = JSON.stringify({ schema: reportJsonSchema(), reports: { ...REPORTS, wrong } });
  const found = JSON.parse(python.run(VALIDATE, [], Buffer.from(input)).toString('utf8')) as Record<string, string[]>;
  expect(found.wrong).toContain("$.session.durationMs: 'a minute' is not of type 'number'");
  const { wrong: _, ...right } = found;
  expect(right).toEqual(Object.fromEntries(Object.keys(REPORTS).map((name) => [name, []])));
});
