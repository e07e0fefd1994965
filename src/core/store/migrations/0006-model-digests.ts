/** What each model's files were when it was entered. Of those entered before, as they are when they are next read. */
export const SQL = `
ALTER TABLE models ADD COLUMN digest TEXT CHECK (length(digest) = 64);
`;
