import type { Output } from '../../../contract/contract.ts';
import { keptFindingsSchema } from '../../../contract/datasets.ts';
import { keepCheck, keysOfPaths, readCheck } from '../../../core/store/lab/dataset-checks.node.ts';
import { isSealedDir } from '../../../core/store/lab/dataset-files.node.ts';
import { findDataset, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../../runtime/call-context.ts';
import { statementOf } from '../../runtime/lab-jobs/dataset-statement.ts';
import { isMachineBusy } from '../../runtime/lab-jobs/machine-busy.ts';
import { folderToRead, forgetLaidOut } from '../../runtime/lab-jobs/sealed-files.ts';
import { reportIncident } from '../../runtime/to-call-error.ts';
import { existingDataset } from './existing-dataset.ts';

/** What matters about a dataset before somebody trains on it. Checked when somebody looks, and kept until it changes. */
export const findingsHandlers: Handlers<'datasets.findings'> = {
  'datasets.findings'(context, { datasetId }) {
    const { db, runtime } = context;
    const dataset = existingDataset(db, datasetId);
    const kept = readCheck(db, datasetId);
    if (kept !== null) return described(context, datasetId, kept);
    const nothing = { failure: runtime.datasetChecks.failureOf(datasetId), findings: [] };
    if (nothing.failure) return { state: 'failed', ...nothing };
    const isOpened = dataset.kind === 'folder' && runtime.indexRuns.progress(db, datasetId).state === 'done';
    if (!isOpened || isMachineBusy(runtime) || !runtime.labJobs.canStart) return { state: 'waiting', ...nothing };
    if (!runtime.datasetChecks.isUnderWay(datasetId)) begin(context, dataset);
    return { state: 'checking', ...nothing };
  },
};

function begin({ db, runtime, site }: SignedInContext, dataset: StoredDataset): void {
  const { id, dir } = dataset;
  const input = async () => ({
    dir: isSealedDir(dir) ? await folderToRead(site, dataset, () => true) : dir,
    dataDir: runtime.options.dataDir,
    statement: statementOf(dataset),
  });
  const asked = JSON.stringify(dataset.statement);
  runtime.datasetChecks.start(id, input(), {
    onFound(findings) {
      // What was said meanwhile is checked anew.
      if (JSON.stringify(findDataset(db, id)?.statement) === asked) keepCheck(db, id, { findings });
    },
    onFailed: (foreseen, details) =>
      foreseen ?? failure('lab.check-failed', { incident: reportIncident(runtime, 'checking a dataset', details) }),
    onEnd() {
      if (isSealedDir(dir)) forgetLaidOut(site.folder, id);
      runtime.events.emit('datasets.changed', {});
    },
  });
}

function described({ db }: SignedInContext, datasetId: string, kept: unknown): Output<'datasets.findings'> {
  const { findings } = keptFindingsSchema.parse(kept);
  const keys = keysOfPaths(
    db,
    datasetId,
    findings.flatMap(({ pairs }) => pairs.flatMap(({ paths }) => paths)),
  );
  return {
    state: 'done',
    failure: null,
    findings: findings.map(({ pairs, ...finding }) => ({
      ...finding,
      pairs: pairs.flatMap((pair) => {
        const [one, other] = [keys.get(pair.paths[0]), keys.get(pair.paths[1])];
        return one === undefined || other === undefined ? [] : [{ ...pair, keys: [one, other] as [number, number] }];
      }),
    })),
  };
}
