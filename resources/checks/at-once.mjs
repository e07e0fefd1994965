/**
 * Runs scripts of package.json beside each other, each by its own name; what one says is shown when it has ended. Fails when
 * one of them fails.
 */
import { spawn } from 'node:child_process';

const ends = process.argv.slice(2).map(
  (name) =>
    new Promise((resolve) => {
      const started = performance.now();
      const script = spawn('npm', ['run', '--silent', name], {
        // npm is a script of the shell on Windows.
        shell: process.platform === 'win32',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said = [];
      for (const stream of [script.stdout, script.stderr]) stream.on('data', (bytes) => said.push(bytes));
      script.once('error', (error) => said.push(`${error.message}\n`));
      script.once('close', (code) => {
        process.stdout.write(Buffer.concat(said.map((each) => Buffer.from(each))));
        console.log(
          `npm run ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(0)} s`,
        );
        resolve(code === 0);
      });
    }),
);
process.exitCode = (await Promise.all(ends)).every(Boolean) ? 0 : 1;
