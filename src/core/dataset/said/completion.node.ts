import { imagesBelow } from '../layouts/image-files.node.ts';
import { nobodysSubject } from '../nobodys-subject.node.ts';
import { completedRow, type SaidOfImage, saidOfImages } from './said-of-images.ts';
import type { DatasetStatement } from './statement.ts';

/** What is said of a folder beside what lies in it, for whoever reads its images. */
export interface Completion {
  readonly statement: DatasetStatement;
  /** Of the images in the folder, relative to it. */
  readonly paths: readonly string[];
  /** What a manifest would say of an image. */
  of(path: string): SaidOfImage;
  /** A row of a manifest with what it does not say itself. Where nobody is named, each file is its own subject. */
  row(row: Readonly<Record<string, string>>, labelColumn: string): Record<string, string>;
}

export function completionOf(dir: string, statement: DatasetStatement): Completion {
  const paths = [...imagesBelow(dir)];
  const of = saidOfImages(statement, paths);
  return {
    statement,
    paths,
    of,
    row(row, labelColumn) {
      const path = row.path ?? '';
      const said = of(path);
      const subject = statement.subject.kind === 'nobody' ? nobodysSubject(dir, path) : said.subject;
      return completedRow(row, { ...said, subject }, labelColumn);
    },
  };
}
