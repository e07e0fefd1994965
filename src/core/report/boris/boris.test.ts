import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { INSTALL_MS, pythonTool } from '../testing/python-tool.ts';
import { richDocument, SECRETS, withheldDocument } from '../testing/rich-document.ts';
import { reportToBoris } from './boris.ts';
import { reportToTabularEvents } from './tabular-events.node.ts';

const read = (document = richDocument()) => {
  const project = JSON.parse(reportToBoris(document));
  const [observation] = Object.values(project.observations) as { events: [number, string, string, string, string][] }[];
  return { project, events: observation!.events };
};

test('what lasts is a pair of rows within its subject, however it overlaps; a moment is one', () => {
  const play = { kind: 'play' as const, text: '', by: 'Bo' };
  const { events, project } = read(
    richDocument({
      markers: [
        { ...play, atMs: 1000, toMs: 5000 },
        { ...play, atMs: 2000, toMs: 9000 },
      ],
    }),
  );
  const types = new Map<string, string>(
    Object.values(project.behaviors_conf as Record<string, { code: string; type: string }>).map(({ code, type }) => [
      code,
      type,
    ]),
  );
  const open = new Map<string, number>();
  for (const [, subject, behaviour] of events) {
    expect(types.has(behaviour), behaviour).toBe(true);
    const key = `${subject} ${behaviour}`;
    open.set(key, (open.get(key) ?? 0) + 1);
  }
  for (const [key, count] of open) if (!key.includes('(moment)')) expect(count % 2, key).toBe(0);
  const plays = events.filter(([, , behaviour]) => behaviour === 'marker play');
  expect(plays.map(([timeS, subject]) => [timeS, subject])).toEqual([
    [1, 'KID-7'],
    [2, 'KID-7 2'],
    [5, 'KID-7'],
    [9, 'KID-7 2'],
  ]);
});

test('every entry is there with its time, score, words and who', () => {
  const { events, project } = read();
  expect(events).toContainEqual([45, 'KID-7', 'marker needle (moment)', '', 'left arm (Bo)']);
  expect(events).toContainEqual([46, 'KID-7', 'observation flacc (moment)', '', 'score 5 (Cato)']);
  expect(events).toContainEqual([45, 'KID-7, said by Cato', 'annotation crying', '', 'tears (Cato)']);
  expect(events).toContainEqual([40, 'KID-7', 'gap turned-away', '', '']);
  expect(Object.values(project.observations)[0]).toMatchObject({ date: '2026-03-05T12:00:00', type: 'LIVE' });
});

/** BORIS without its windows: neither they nor the film player can be loaded on a machine without sound. */
const WITHOUT_WINDOWS = `
import importlib.util, json, sys, tempfile, types
package = types.ModuleType('boris')
package.__path__ = list(importlib.util.find_spec('boris').submodule_search_locations)
sys.modules['boris'] = package
sys.modules['boris.mpv2'] = package.mpv2 = types.ModuleType('boris.mpv2')
package.mpv2.dll = package.mpv2.sofile = ''
`;

/** Its own reader, and its check of a project's integrity. */
const READ = `${WITHOUT_WINDOWS}
from boris import project_functions
with tempfile.NamedTemporaryFile(suffix='.boris', delete=False) as file:
    file.write(sys.stdin.buffer.read())
_, _, project, message = project_functions.open_project_json(file.name)
wrong = project_functions.check_project_integrity(project, 'hh:mm:ss', file.name)
events = [len(each['events']) for each in project['observations'].values()]
print(json.dumps({'error': project.get('error'), 'message': message, 'wrong': wrong, 'events': events}))
`;

test(
  'BORIS opens the project and finds nothing wrong with it',
  ({ skip }) => {
    const python = pythonTool(['boris-behav-obs==8.27.4'], { isLarge: true });
    if ('missing' in python) return skip(python.missing);
    const found = JSON.parse(python.run(READ, [], Buffer.from(reportToBoris(richDocument()))).toString('utf8'));
    expect(found).toMatchObject({ error: null, message: '', events: [read().events.length] });
    expect(found.wrong.replace(/<[^>]*>/g, '').trim()).toBe('');
  },
  INSTALL_MS,
);

/** BORIS' own export of a project's only observation, which it writes into a file that Python's csv then reads. */
const EXPORT = `${WITHOUT_WINDOWS}
import csv, os
from boris import config, export_observation, project_functions
folder = tempfile.mkdtemp()
path, table = os.path.join(folder, 'it.boris'), os.path.join(folder, 'it.csv')
with open(path, 'wb') as file:
    file.write(sys.stdin.buffer.read())
_, _, project, _ = project_functions.open_project_json(path)
[(name, observation)] = project[config.OBSERVATIONS].items()
ethogram = project[config.ETHOGRAM]
chosen = {
    'time': config.TIME_FULL_OBS,
    config.SELECTED_SUBJECTS: [each['name'] for each in project[config.SUBJECTS].values()],
    config.SELECTED_BEHAVIORS: [each['code'] for each in ethogram.values()],
}
done, message = export_observation.export_tabular_events(project, chosen, name, observation, ethogram, table, 'csv')
assert done, message
with open(table, newline='', encoding='utf-8') as file:
    print(json.dumps(list(csv.reader(file))))
`;

test(
  'the tabular events are those that BORIS itself exports from the project, cell by cell',
  ({ skip }) => {
    const python = pythonTool(['boris-behav-obs==8.27.4'], { isLarge: true });
    if ('missing' in python) return skip(python.missing);
    for (const document of [richDocument(), withheldDocument()]) {
      const project = Buffer.from(reportToBoris(document));
      const expected: string[][] = JSON.parse(python.run(EXPORT, [], project).toString('utf8'));
      expect(parse(reportToTabularEvents(document))).toEqual(expected);
      expect(expected.length).toBeGreaterThan(10);
    }
  },
  INSTALL_MS,
);

test('the tabular events have a row for each beginning, end and moment', () => {
  const rows: Record<string, string>[] = parse(reportToTabularEvents(richDocument()), { columns: true });
  expect(rows).toHaveLength(read().events.length);
  expect(rows).toContainEqual(
    expect.objectContaining({ Behavior: 'gap turned-away', 'Behavior type': 'STOP', Time: '40.000', Comment: '' }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({
      'Observation date': '2026-03-05 12:00:00',
      Subject: 'KID-7',
      Behavior: 'marker needle (moment)',
      'Behavioral category': 'marker',
      'Behavior type': 'POINT',
      Time: '45.000',
      Comment: 'left arm (Bo)',
    }),
  );
});

test('a withheld report names nobody', () => {
  for (const secret of SECRETS) {
    expect(reportToBoris(withheldDocument())).not.toMatch(secret);
    expect(reportToTabularEvents(withheldDocument())).not.toMatch(secret);
  }
});
