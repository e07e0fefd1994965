import type { UncertainMoment } from '../../contract/review/review.ts';

type Doubt = Pick<UncertainMoment, 'sessionId' | 'childCode' | 'uncertainty'>;

/**
 * The order in which moments say most: by the entropy of what the model said of them, the highest first, but one of every child
 * before a second of any, and of a child one of every session before a second of any.
 *
 * Entropy alone would begin with dozens of pictures of the one child whom the model finds hard, which are alike: naming the
 * first of them tells most of what they hold, and the other children nothing.
 */
export function spreadMoments<M extends Doubt>(moments: readonly M[]): M[] {
  const ofChildren = Map.groupBy(moments, ({ childCode }) => childCode).values();
  return inTurns(
    [...ofChildren].map((own) =>
      inTurns([...Map.groupBy(own, ({ sessionId }) => sessionId).values()].map(mostDoubtedFirst)),
    ),
  );
}

/** The first of each group by doubt, then the second of each, and so on. */
function inTurns<M extends Doubt>(groups: readonly (readonly M[])[]): M[] {
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    mostDoubtedFirst(groups.flatMap((each) => each[turn] ?? [])),
  ).flat();
}

function mostDoubtedFirst<M extends Doubt>(moments: readonly M[]): M[] {
  return moments.toSorted((a, b) => b.uncertainty - a.uncertainty);
}
