/** How the face of each sample moves: nod, lean, lids, lips, brows. */
export const SQL = `
-- Five little-endian float32: see sample-blobs.node.ts. Null in samples of before.
ALTER TABLE samples ADD COLUMN movements BLOB CHECK (movements IS NULL OR length(movements) = 20);
`;
