import { Command } from 'commander';
import { defaultDataDir } from '../../../core/engine/data-folder.node.ts';
import { projectFolders } from '../../shared/project-folders.ts';
import type { Finding } from '../doctor/finding.ts';
import { EXIT_CODES, runCommand } from '../run-command.ts';
import { columns, sayJson, sayResult } from '../terminal.ts';

interface DoctorOptions {
  data: string;
  federation?: string;
  json: boolean;
}

export function doctorCommand(): Command {
  return new Command('doctor')
    .summary('say what works here, what was chosen and why')
    .description(
      'Examines this machine: the engine that trains, what will read the camera, the encrypted store, the shipped models\n' +
        'and what can show the window. Keeps how fast the engines are and changes nothing else. Exit code 1 when something failed.',
    )
    .option('--data <dir>', "folder of the site's data", defaultDataDir(process.platform, process.env))
    .option('--federation <file>', "the site's federation file; the one that was confirmed when left out")
    .option('--json', 'the findings as one JSON document on stdout', false)
    .action((options: DoctorOptions) => runCommand(() => doctor(options)));
}

async function doctor({ data, federation, json }: DoctorOptions): Promise<void> {
  const findings = await examineAll(data, federation ?? null);
  if (json) sayJson({ findings });
  else {
    const rows = findings.map(({ area, name, state, text }) => [area, name, state, text]);
    sayResult(columns({ header: ['', '', '', ''], rows }).trimStart());
  }
  if (findings.some(({ state }) => state === 'failed')) process.exitCode = EXIT_CODES.failed;
}

async function examineAll(dataDir: string, federationFile: string | null): Promise<Finding[]> {
  const [engine, store, computer, models, window, federation] = await Promise.all([
    import('../doctor/examine-engine.ts'),
    import('../doctor/examine-store.ts'),
    import('../doctor/examine-this-computer.ts'),
    import('../doctor/examine-models.ts'),
    import('../doctor/examine-window.ts'),
    import('../doctor/examine-federation.ts'),
  ]);
  const folders = projectFolders();
  const node: Finding = {
    area: 'program',
    name: 'Node',
    state: 'ok',
    text: `${process.versions.node} on ${process.platform} ${process.arch}`,
  };
  return [
    node,
    ...(await engine.examineEngines(dataDir)),
    engine.cameraFinding(),
    await store.examineStore(),
    store.siteFinding(dataDir),
    await computer.examineThisComputer(dataDir),
    ...(await models.examineModels(folders.models)),
    ...(await federation.examineFederation(dataDir, federationFile, folders.models)),
    ...window.windowFindings(folders),
  ];
}
