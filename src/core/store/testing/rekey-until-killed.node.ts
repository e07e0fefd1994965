import { dieAtStep } from './die-at-step.node.ts';

/**
 * A change of the data key as a program of its own. It is killed from outside, or kills itself at one of the last steps, as if
 * by the power: `draft` before the key file is written at first, `file` after that, `swap` before the store of the other key takes
 * its place, `swapped` after that, `kept` before the key file is written again, `end` after all.
 *
 * Says on standard output when it begins and when it has ended.
 */
const [keyFile = '', storeFile = '', rekeyedFile = '', fromHex = '', toHex = '', step = ''] = process.argv.slice(2);

dieAtStep(step, [
  ['draft', 'file'],
  ['swap', 'swapped'],
  ['kept', 'end'],
]);

const { closeStore, openStore } = await import('../store.node.ts');
const { prepareRekeyed, takeRekeyed } = await import('../keys/rekey.node.ts');

const [from, to] = [Buffer.from(fromHex, 'hex'), Buffer.from(toHex, 'hex')];
const files = { keyFile, storeFile, rekeyedFile };
const db = openStore(storeFile, from);
process.stdout.write('begun\n');
const content = prepareRekeyed(
  db,
  files,
  { from, to },
  () => undefined,
  () => undefined,
);
closeStore(db);
takeRekeyed(files, content, to);
process.stdout.write('ended\n');
