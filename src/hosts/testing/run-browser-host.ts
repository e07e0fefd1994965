/** A browser host as a program of its own, for the test that kills it. Says its address on standard output. */
import { startBrowserHost } from '../browser/browser-host.ts';

const [dataDir = ''] = process.argv.slice(2);
const host = await startBrowserHost({ port: 0, dataDir, log: console.error });
console.log(host.url);
