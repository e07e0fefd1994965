import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { INSTALL_MS, pythonTool } from '../testing/python-tool.ts';
import { AWKWARD, richDocument, SECRETS, withheldDocument } from '../testing/rich-document.ts';
import { reportToMne } from './mne.node.ts';

const READ = `
import json, sys, tempfile, mne
mne.set_log_level('ERROR')
with tempfile.NamedTemporaryFile(suffix='-annot.csv') as file:
    file.write(sys.stdin.buffer.read()); file.flush()
    found = mne.read_annotations(file.name)
print(json.dumps({'onset': list(found.onset), 'duration': list(found.duration), 'description': list(found.description), 'origin': str(found.orig_time)}))
`;

const LINE = AWKWARD.replace(/\p{Cc}+/gu, ' ');

test(
  'MNE reads the session, every episode, gap and entry with its time and words',
  ({ skip }) => {
    const python = pythonTool(['mne==1.13.2', 'pandas==3.1.1'], { isLarge: true });
    if ('missing' in python) return skip(python.missing);
    const read = (text: string) => JSON.parse(python.run(READ, [], Buffer.from(text)).toString('utf8'));
    const { onset, duration, description, origin } = read(reportToMne(richDocument()));
    expect(origin).toBe('2026-03-05 11:00:00+00:00');
    const at = (name: string) => {
      const index = description.findIndex((each: string) => each.startsWith(name));
      return [onset[index], duration[index], description[index]];
    };
    expect(at('session')).toEqual([0, 60, 'session']);
    expect(at('gap/')).toEqual([30, 10, 'gap/turned-away']);
    expect(at('marker/needle')).toEqual([45, 0, 'marker/needle: left arm (Bo)']);
    expect(at('marker/pain')).toEqual([10, 2.5005, `marker/pain: ${LINE} (Bo)`]);
    expect(at('observation/flacc')).toEqual([46, 0, 'observation/flacc/5: (Cato)']);
    expect(description).toHaveLength(12);
    const withheld = read(reportToMne(withheldDocument()));
    expect([withheld.origin, withheld.onset[0]]).toEqual(['1970-01-01 00:00:00+00:00', 0]);
  },
  INSTALL_MS,
);

test('a line is an annotation, whatever was typed, and a withheld report names nobody', () => {
  const rows: string[][] = parse(reportToMne(richDocument()));
  expect(rows).toHaveLength(13);
  for (const [, , description] of rows) expect(description).not.toMatch(/\p{Cc}/u);
  for (const secret of SECRETS) expect(reportToMne(withheldDocument())).not.toMatch(secret);
});
