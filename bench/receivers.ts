/** What the programs of those who receive a ward's exports say of them; see README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { REPORT_FORMATS } from '../src/core/report/report-format.ts';
import { LANGUAGES } from '../src/core/words/language.ts';
import { runCli } from '../src/hosts/cli/testing/run-cli.ts';
import { ADMINISTRATOR, fillRichSite } from './receivers/rich-site.ts';
import { bytesIn, filesIn, RECEIVERS } from './receivers/tools.ts';

const { keep } = new Command('receivers')
  .option('--keep <dir>', 'leave the exports here; they are removed otherwise')
  .parse()
  .opts<{ keep?: string }>();

const dir = mkdtempSync(join(tmpdir(), 'faceward-receivers-'));
try {
  const dataDir = join(dir, 'data');
  await fillRichSite(dataDir);
  process.env.FACEWARD_PASSWORD = ADMINISTRATOR.password;
  console.log('| export | receiver | files | errors |');
  console.log('| --- | --- | --- | --- |');
  for (const language of LANGUAGES) {
    for (const identified of [false, true]) {
      const name = `${language}, ${identified ? 'identified' : 'de-identified'}`;
      const out = join(keep ?? join(dir, 'out'), name.replace(', ', '-'));
      const options = [
        '--user',
        ADMINISTRATOR.userName,
        '--data',
        dataDir,
        '--out',
        out,
        '--language',
        language,
        ...(identified ? ['--identified'] : []),
      ];
      const beganMs = performance.now();
      const { code, stderr } = await runCli(['export', ...options, '--format', ...REPORT_FORMATS]);
      if (code !== 0) throw new Error(`the export was expected to end well; it says ${stderr}`);
      const seconds = ((performance.now() - beganMs) / 1000).toFixed(0);
      const megabytes = (bytesIn(out) / 2 ** 20).toFixed(1);
      console.log(`| ${name} | written in ${seconds} s, ${megabytes} MB | ${filesIn(out, /./).length} | |`);
      for (const receiver of RECEIVERS) {
        const { receiver: program, files, errors, missing } = receiver(out);
        const verdict =
          missing ?? (errors.length === 0 ? '0' : `${errors.length}: ${[...new Set(errors)].slice(0, 3).join('; ')}`);
        console.log(`| | ${program} | ${files} | ${verdict} |`);
        if (errors.length > 0) process.exitCode = 1;
      }
    }
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
