/** What all who have said something say: one label; that they differ; null where nobody has said anything. */
export function agreedLabel<Label extends string>(labels: Iterable<Label>): Label | 'disputed' | null {
  const different = new Set(labels);
  if (different.size > 1) return 'disputed';
  return different.values().next().value ?? null;
}
