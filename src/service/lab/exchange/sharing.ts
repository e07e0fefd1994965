import type { Sharing } from '../../../contract/model-life/model-exchange.ts';
import type { ModelConfig } from '../../../core/registry/model-config.ts';
import { startOfModel } from '../../../core/registry/start-of-model.ts';
import { findModel, type StoredModel } from '../../../core/store/lab/models.node.ts';
import { listChildren } from '../../../core/store/people/children.node.ts';
import type { SignedInContext } from '../../runtime/call-context.ts';
import { readStoredModel } from '../model-folder.ts';
import { childrenAmong, type ReadModelConfig, subjectsOf } from './children-of-model.ts';

/** Longer chains of models that go on from each other are not followed, and need a statement. */
const MOST_ANCESTORS = 20;

/**
 * Whether a model may leave the site: who was trained or tested on, by it and by the models whose weights it goes on from,
 * and for whom of them a consent to share weights holds today.
 *
 * @throws ModelFolderError if it, or one that it goes on from, cannot be read.
 */
export async function sharingOf(context: SignedInContext, stored: StoredModel): Promise<Sharing> {
  const { db, now } = context;
  const models: ReadModelConfig[] = [];
  let next: StoredModel | null = stored;
  let isWhole = true;
  while (next) {
    // What came with the program is public already.
    if (next.origin === 'shipped') break;
    if (models.length === MOST_ANCESTORS || models.some(({ config }) => config.id === next!.id)) isWhole = false;
    if (!isWhole) break;
    const { config } = await readStoredModel(context.runtime, context.site, next);
    models.push({ config, origin: next.origin });
    // Another site's children are that site's to answer for.
    if (next.origin === 'imported') isWhole = false;
    const startId = startOfModel(config);
    next = startId !== null && isWhole ? findModel(db, startId) : null;
    if (startId !== null && !next) isWhole = false;
  }
  const children = new Map(models.flatMap((each) => childrenAmong(db, each, now)).map((each) => [each.code, each]));
  const codes = listChildren(db, now).map(({ code }) => code);
  const named = codes.filter((code) => models[0] && isNamedIn(models[0].config, code));
  return {
    children: children.size,
    without: [...children.values()].flatMap(({ code, consentedScopes }) =>
      consentedScopes.includes('share-weights') ? [] : [code],
    ),
    needsStatement: !isWhole || models.some((each) => sawOthers(each.config, childrenAmong(db, each, now).length)),
    named,
  };
}

/** A shorter code is part of many a name by chance. */
const SHORTEST_CODE_WITHIN = 4;

/**
 * Whether the code of a child stands in what leaves the site with a model: in its name, which was that of its run and is its
 * file's, in the names of datasets, and in what was written of it.
 */
function isNamedIn(config: ModelConfig, code: string): boolean {
  const { id, datasets, tests, testedOn, notes, comparison, excluded } = config;
  const names = [id, ...datasets, ...tests.flatMap(({ dataset, shows }) => [dataset, shows]), testedOn, config.command];
  const texts = [...names, notes, comparison?.referenceModelId, startOfModel(config), ...excluded].filter(
    (text) => text != null,
  );
  const wanted = code.toLowerCase();
  const within = new RegExp(`(?<![a-z0-9])${wanted}(?![a-z0-9])`);
  return texts.some((text) => {
    const found = text.toLowerCase();
    return found === wanted || (wanted.length >= SHORTEST_CODE_WITHIN && within.test(found));
  });
}

/** True unless everybody is a child of the site, or the datasets say that nobody on their images is real. */
function sawOthers(config: ModelConfig, children: number): boolean {
  const { datasets, tests, split } = config;
  const rendered = new Set(tests.filter(({ realChildren }) => !realChildren).map(({ dataset }) => dataset));
  if (datasets.length > 0 && datasets.every((name) => rendered.has(name))) return false;
  return !split.subjectsKnown || subjectsOf(config).size > children;
}
