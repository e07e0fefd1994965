/**
 * What the files of each model that ships are. A folder of models lies beside the program, where more people may write than
 * into the program itself: whoever changes a weight and raises the version there must not have the model in use replaced by it.
 * `npm run model-sums` prints them.
 */
export const SHIPPED_DIGESTS: Readonly<Record<string, string>> = {
  base: 'da3edd804f11e557055fd6084703369daa26326fd516f1d0cbd32f541a6d8e58',
};

/** Null for a model that the program does not know: it is a candidate like any other. */
export function shippedDigest(modelId: string): string | null {
  return Object.hasOwn(SHIPPED_DIGESTS, modelId) ? SHIPPED_DIGESTS[modelId]! : null;
}
