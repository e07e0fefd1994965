import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type JavaTool, javaTool } from '../../src/core/report/testing/java-tool.ts';
import { pythonTool } from '../../src/core/report/testing/python-tool.ts';

/** What a receiver's own program said of an export. */
export interface Verdict {
  readonly receiver: string;
  readonly files: number;
  /** What it calls an error; a sentence why it did not run is `missing`. */
  readonly errors: readonly string[];
  readonly missing: string | null;
}

type Receiver = (dir: string) => Verdict;

/** Each over the files of its own format in a folder that `faceward export` wrote. */
export const RECEIVERS: readonly Receiver[] = [
  java('HL7 validator as HAPI 8.4.0 has it', 'fhir', /\.fhir(-transaction)?\.json$/, ([, severity, place, text]) =>
    severity === 'ERROR' || severity === 'FATAL' ? `${place}: ${text}` : null,
  ),
  java('veraPDF 1.28.2, PDF/A-3b and PDF/UA-1', 'pdf', /\.pdf$/, ([, standard, kind, text]) =>
    kind === 'ERROR' ? `${standard}: ${text}` : null,
  ),
  bids,
  python('pandas 3.1.1, both engines', ['pandas==3.1.1'], /^(?!.*-annot).*\.csv$/, {
    script: `
import sys, pandas
for path in sys.argv[1:]:
    text = open(path, encoding='utf-8-sig', newline='').read()
    separator = ';' if text.splitlines()[0].count(';') > text.splitlines()[0].count(',') else ','
    tables = [pandas.read_csv(path, encoding='utf-8-sig', sep=separator, dtype=str, engine=engine) for engine in ('c', 'python')]
    if not tables[0].equals(tables[1]) or len(tables[0].columns) < 2:
        print(path, 'the two engines read another table, or one without columns')`,
  }),
  python('openpyxl 3.1.5', ['openpyxl==3.1.5'], /\.xlsx$/, {
    script: `
import sys, openpyxl
for path in sys.argv[1:]:
    if len(openpyxl.load_workbook(path).sheetnames) != 3:
        print(path, 'three sheets were expected')`,
  }),
  python('MNE-Python 1.13.2', ['mne==1.13.2', 'pandas==3.1.1'], /-annot\.csv$/, {
    script: `
import sys, mne
mne.set_log_level('ERROR')
for path in sys.argv[1:]:
    if not all(mne.read_annotations(path).duration >= 0):
        print(path, 'an annotation ends before it begins')`,
  }),
  python('pyarrow 26.0.1', ['pyarrow==26.0.1'], /\.parquet$/, {
    script: `
import sys, pyarrow.parquet as parquet
for path in sys.argv[1:]:
    parquet.read_table(path).validate(full=True)`,
  }),
  python('jsonschema 4.25.1', ['jsonschema==4.25.1'], /^json\/(?!schema).*\.json$/, {
    script: `
import json, os, sys, jsonschema
for path in sys.argv[1:]:
    with open(os.path.join(os.path.dirname(path), 'schema.json')) as schema, open(path) as report:
        for error in jsonschema.Draft202012Validator(json.load(schema)).iter_errors(json.load(report)):
            print(path, error.json_path, error.message)`,
  }),
  python('pympi-ling 1.71', ['pympi-ling==1.71'], /\.eaf$/, {
    script: `
import sys
from pympi.Elan import Eaf
for path in sys.argv[1:]:
    eaf = Eaf(path)
    for name in eaf.get_tier_names():
        for begin, end, *_ in eaf.get_annotation_data_for_tier(name):
            if not begin < end:
                print(path, name, 'ends before it begins')`,
  }),
];

export function filesIn(dir: string, ending: RegExp): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && statSync(join(dir, path)).isFile())
    .map((path) => join(dir, path))
    .toSorted();
}

/** @param errorOf What a line of the program tells as an error, by its parts between tabs. */
function java(
  receiver: string,
  tool: JavaTool,
  ending: RegExp,
  errorOf: (parts: readonly string[]) => string | null,
): Receiver {
  return (dir) => {
    const files = filesIn(dir, ending);
    const found = javaTool(tool);
    if ('missing' in found) return { receiver, files: files.length, errors: [], missing: found.missing };
    const errors = found.run(files).flatMap((line) => errorOf(line.split('\t')) ?? []);
    return { receiver, files: files.length, errors, missing: null };
  };
}

/** A script that prints a line for each fault; its arguments are the files. A reader that fails is one fault. */
function python(
  receiver: string,
  packages: readonly string[],
  ending: RegExp,
  { script }: { readonly script: string },
): Receiver {
  return (dir) => {
    const files = filesIn(dir, ending);
    const found = pythonTool(packages);
    if ('missing' in found) return { receiver, files: files.length, errors: [], missing: found.missing };
    try {
      const lines = found.run(script, files).toString('utf8').split('\n');
      return { receiver, files: files.length, errors: lines.filter((line) => line !== ''), missing: null };
    } catch (error) {
      return { receiver, files: files.length, errors: [String(error)], missing: null };
    }
  };
}

function bids(dir: string): Verdict {
  const receiver = 'bids-validator-deno 3.0.2';
  const root = join(dir, 'bids');
  const files = filesIn(root, /./).length;
  const found = pythonTool(['bids-validator-deno==3.0.2']);
  if ('missing' in found) return { receiver, files, errors: [], missing: found.missing };
  const said = found.runProgram('bids-validator-deno', [root, '--format', 'json', '--max-rows', '-1']);
  const { issues } = JSON.parse(said.toString('utf8')) as {
    issues: { issues: { code: string; severity: string; location?: string }[] };
  };
  const errors = issues.issues
    .filter(({ severity }) => severity === 'error')
    .map(({ code, location }) => `${code} ${location ?? ''}`);
  return { receiver, files, errors, missing: null };
}

/** Bytes of all files of an export. */
export function bytesIn(dir: string): number {
  return filesIn(dir, /./).reduce((sum, path) => sum + readFileSync(path).byteLength, 0);
}
