import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../../../src/core/training/views/random.ts';
import type { Door } from '../door.ts';
import { MADE, WHO } from '../made-site.ts';
import { commanded } from '../said.ts';
import { ODD_TEXTS, pick } from '../spoil.ts';

type Part = string | { readonly path: string };

const path = (good: string): Part => ({ path: good });

/** A call each as it should be, for which each path may be another. None computes for long, and none fetches anything. */
function callsOf(site: string, made: string): readonly (readonly Part[])[] {
  const of = (name: string) => path(join(made, name));
  const data = ['--data', path(site)];
  return [
    ['verify', of(MADE.pdf), '--key', of(MADE.key), '--extract', path('extracted.json')],
    ['verify', of(MADE.json), '--json'],
    ['audit', 'verify', of(MADE.audit), ...data],
    ['audit', 'export', ...data, '--out', path('log.jsonl')],
    ['backup', ...data, '--out', path('b.faceward-backup')],
    ['restore', of(MADE.backup), '--to', path('restored'), '--against', of(MADE.audit)],
    ['erase', 'verify', of(MADE.receipt), '--key', of(MADE.key)],
    ['erase', 'list', ...data],
    ['erase', 'child', 'KID-7', '--dry-run', ...data],
    ['child', 'export', 'KID-7', ...data, '--out', path('child.zip')],
    ['report', path('nothing'), ...data, '--out', path('report.pdf')],
    ['export', ...data, '--out', path('reports'), '--format', 'json'],
    ['model', 'verify', of(MADE.model), '--key', of(MADE.key)],
    ['model', 'onnx', of(MADE.folder), '--out', path('model.onnx')],
    ['model', 'import', of(MADE.model), ...data],
    ['dataset', 'check', of('faces'), '--group', 'child', ...data],
    ['predict', '--model', of(MADE.folder), '--dataset', of('faces'), '--out', path('predicted.csv')],
    ['evaluate', '--model', of(MADE.folder), '--dataset', of('faces'), '--split', 'test', '--out', path('evaluated')],
    ['read', path('nothing.mp4'), '--csv', path('read.csv'), '--model', of(MADE.folder)],
    ['train', '--dataset', of('faces'), '--start-from', of(MADE.folder), '--out', path('/dev/null/x')],
  ];
}

/** Paths of which a system says no, each in its own way; and arguments of the command line with something odd among them. */
const commandLine: Door = {
  inputs: 25,
  turns: 20,
  async open({ site, made, out }) {
    process.env.FACEWARD_PASSWORD = WHO.password;
    mkdirSync('folder');
    writeFileSync('empty', '');
    writeFileSync('file', 'something else\n');
    symlinkSync('round', 'round');
    symlinkSync('nothing-there', 'leads-nowhere');
    const paths = [
      ...ODD_TEXTS.filter((text) => !text.startsWith('..')),
      ...[
        'folder',
        'empty',
        'file',
        'round',
        'leads-nowhere',
        'file/x',
        'nothing/x/y',
        '/dev/full',
        '/proc/self/fd/99',
      ],
      ...[
        '/proc/version/x',
        '/proc/nothing/x',
        '/sys/x',
        `${'d/'.repeat(2000)}x`,
        join(out, 'x'.repeat(300)),
        `folder/${'é'.repeat(127)}`,
      ],
    ];
    const calls = callsOf(site, made);
    return {
      async attack(random) {
        const call = pick(calls, random);
        const odd = random.integer(call.length);
        const args = call.map((part, at) =>
          typeof part === 'string' ? part : at === odd || random.uniform() < 0.3 ? pick(paths, random) : part.path,
        );
        return await commanded(spoilt(args, random));
      },
      close: async () => [],
    };
  },
};

/** Mostly only paths are odd: arguments that make no sense are refused before anything is looked at. */
function spoilt(args: readonly string[], random: Random): string[] {
  if (random.uniform() < 0.7) return [...args];
  const at = 1 + random.integer(args.length);
  const some = pick(
    [[], [pick(ODD_TEXTS, random)], ['--json'], ['--nothing'], ['--user', pick(ODD_TEXTS, random)]],
    random,
  );
  return [...args.slice(0, at), ...some, ...args.slice(at + random.integer(2))].filter((each) => each !== '--help');
}

export default commandLine;
