import { spawnSync } from 'node:child_process';

/** Python's own reader, strict; pandas' two if it is installed. Each gives all cells as text. */
const READ = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode('utf-8')
found = {'csv': list(csv.reader(io.StringIO(text, newline=''), strict=True, delimiter=sys.argv[1]))}
try:
    import pandas
    for engine in ('c', 'python'):
        table = pandas.read_csv(io.StringIO(text), header=None, dtype=str, keep_default_na=False, engine=engine, sep=sys.argv[1])
        found['pandas, ' + engine] = table.values.tolist()
except ImportError:
    pass
json.dump(found, sys.stdout)
`;

/**
 * A table as readers that others wrote have it, by their names.
 *
 * @returns Null where there is no Python; the reason is printed.
 * @throws Error if one of them refuses the table.
 */
export function readWithPython(csv: string, delimiter = ','): Readonly<Record<string, string[][]>> | null {
  const { error, status, stdout, stderr } = spawnSync('python3', ['-c', READ, delimiter], {
    input: csv,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error) {
    process.stderr.write(`tables are not read back by Python: ${error.message}\n`);
    return null;
  }
  if (status !== 0) throw new Error(`a table that Python reads was expected; it says ${stderr}`);
  return JSON.parse(stdout);
}
