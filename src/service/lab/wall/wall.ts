import { CallError } from '../../../contract/error.ts';
import { type WallImage, wallImageSchema } from '../../../contract/wall.ts';
import { spellingKey } from '../../../core/dataset/find-file.node.ts';
import { ModelFolderError } from '../../../core/registry/model-folder-error.ts';
import { findSealedFile, isSealedDir, listSealedFiles } from '../../../core/store/lab/dataset-files.node.ts';
import { findApprovedModel, type StoredModel } from '../../../core/store/lab/models.node.ts';
import { shownUseOf } from '../../../core/store/lab/use/image-use.ts';
import { findImageUse } from '../../../core/store/lab/use/image-uses.node.ts';
import { readFaces } from '../../../core/store/lab/wall/image-faces.node.ts';
import { findImage, type ImageFacts, readingOfImage } from '../../../core/store/lab/wall/image-facts.node.ts';
import { addImageLabel, labelsOfImage } from '../../../core/store/lab/wall/image-labels.node.ts';
import type { WallModel, WallUse } from '../../../core/store/lab/wall/wall-filter.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../../runtime/call-context.ts';
import { readSealedFile } from '../../runtime/lab-jobs/sealed-files.ts';
import { runQueryTask } from '../../runtime/query-thread.ts';
import { recordAction, recordView } from '../../runtime/record-action.ts';
import { reportIncident } from '../../runtime/to-call-error.ts';
import { consentOfSubjects } from '../datasets/consented-subjects.ts';
import { readStoredModel } from '../model-folder.ts';

type WallMethod =
  | 'wall.images'
  | 'wall.counts'
  | 'wall.faces'
  | 'wall.image'
  | 'wall.original'
  | 'wall.label'
  | 'wall.agreement';

/** All faces of the datasets, by whatever tells them apart, and what people say of them. */
export const wallHandlers: Handlers<WallMethod> = {
  async 'wall.images'(context, { filter, order }) {
    recordView(context, 'wall.images', filter.datasetId ?? '');
    const model = await modelInUse(context);
    const images = await runQueryTask(context.site, 'wall-images', {
      filter,
      order,
      model,
      userId: context.user.id,
      now: context.now,
    });
    if (!model) return { ...images, model: null };
    const { id, version } = model;
    const faces = images.hasFace.filter((has) => has === 1).length;
    const read = images.said.filter((said) => said >= 0).length;
    return { ...images, model: { id, version, faces, read } };
  },

  async 'wall.counts'(context, { filter }) {
    recordView(context, 'wall.images', filter.datasetId ?? '');
    const model = await modelInUse(context);
    return runQueryTask(context.site, 'wall-counts', { filter, model, userId: context.user.id, now: context.now });
  },

  'wall.faces'(context, { keys }) {
    recordView(context, 'wall.faces', '');
    return readFaces(context.db, keys);
  },

  'wall.image'(context, { imageKey }) {
    const facts = existingImage(context, imageKey);
    recordView(context, 'wall.image', facts.datasetId);
    return describeImage(context, facts);
  },

  async 'wall.original'(context, { imageKey }) {
    const { dir, path, datasetKind, datasetId } = existingImage(context, imageKey);
    if (datasetKind !== 'folder') throw new CallError('not-found', failure('lab.no-original'));
    recordView(context, 'wall.original', datasetId);
    const sealed = isSealedDir(dir) ? await sealedOriginal(context, { datasetId, path }) : null;
    const found = await runQueryTask(context.site, 'wall-original', { dir, path, sealed });
    if (found.kind === 'fault') throw new CallError('not-found', found.why);
    return found.picture;
  },

  'wall.label'(context, { imageKey, label }) {
    const { db, user, now } = context;
    const facts = existingImage(context, imageKey);
    inTransaction(db, () => {
      addImageLabel(db, { imageKey, userId: user.id, label, now });
      recordAction(context, 'wall.label', String(imageKey));
    });
    return { use: wallUseOf(context, facts) };
  },

  'wall.agreement': (context, { datasetId }) => runQueryTask(context.site, 'wall-agreement', { datasetId }),
};

function existingImage({ db }: Pick<SignedInContext, 'db'>, imageKey: number): ImageFacts {
  const facts = findImage(db, imageKey);
  if (!facts) throw new CallError('not-found', failure('lab.image-not-there'));
  return facts;
}

/** @throws CallError where the file is damaged, or a dataset of many in one file has none for the picture. */
async function sealedOriginal(
  context: SignedInContext,
  { datasetId, path }: Pick<ImageFacts, 'datasetId' | 'path'>,
): Promise<Uint8Array> {
  const { db, site } = context;
  // A manifest may write the name otherwise than the file has it.
  const file =
    findSealedFile(db, datasetId, path) ??
    listSealedFiles(db, datasetId).find((each) => spellingKey(each.path) === spellingKey(path));
  if (!file) throw new CallError('not-found', failure('lab.no-original'));
  try {
    return await readSealedFile(site, datasetId, file);
  } catch (error) {
    reportIncident(context.runtime, 'reading the original of a sealed image', error);
    throw new CallError('not-found', failure('lab.original-damaged'));
  }
}

/** Null while no model is in use, or its files cannot be read: the wall is there without it. */
async function modelInUse({
  db,
  runtime,
  site,
}: SignedInContext): Promise<(WallModel & Pick<StoredModel, 'id' | 'version'>) | null> {
  const stored = findApprovedModel(db);
  if (!stored) return null;
  try {
    const { digest, config } = await readStoredModel(runtime, site, stored);
    return { id: stored.id, version: stored.version, digest, threshold: config.threshold };
  } catch (error) {
    if (error instanceof ModelFolderError) return null;
    throw error;
  }
}

/** What a training makes of an image, as far as the caller may see it. */
function wallUseOf(
  { db, user, now }: SignedInContext,
  { key, datasetId }: ImageFacts,
  given = labelsOfImage(db, key),
): WallUse {
  const use = findImageUse(db, key, consentOfSubjects(db, datasetId, now));
  if (!use) throw new CallError('not-found', failure('lab.image-not-there'));
  return shownUseOf(use, given.length > 0 && given.every(({ userId }) => userId !== user.id));
}

function describeImage(context: SignedInContext, facts: ImageFacts): WallImage {
  const { db, user } = context;
  const { dir: _, datasetKind, ...shown } = facts;
  const given = labelsOfImage(db, facts.key);
  const mine = given.find(({ userId }) => userId === user.id)?.label ?? null;
  const others = given.filter(({ userId }) => userId !== user.id);
  return wallImageSchema.parse({
    ...shown,
    hasOriginal: datasetKind === 'folder',
    use: wallUseOf(context, facts, given),
    reading: readingOfImage(db, facts.key),
    mine,
    // A second look is one's own only as long as one does not know what the first person said.
    others: mine === null ? [] : others.map(({ userName, label }) => ({ name: userName, label })),
    hidden: mine === null ? others.length : 0,
  });
}
