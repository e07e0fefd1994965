/** An object of a PDF file: "7 0 obj ... endobj", as text with one character a byte. */
export type PdfObjects = ReadonlyMap<number, string>;

/** What the seal tells apart in a PDF. */
export interface PdfPart {
  readonly name: string;
  readonly objects: readonly number[];
}

/**
 * The objects of a file as our writer lays it out: one after the other, each begun on a line of its own. Of two with one
 * number the first counts. This finds what to name; whether a file was changed is decided by all of its bytes.
 *
 * @param file One character a byte.
 */
export function pdfObjects(file: string): PdfObjects {
  const objects = new Map<number, string>();
  let end = 0;
  for (const match of file.matchAll(/(?<=^|\n)(\d+) 0 obj\n/g)) {
    // The end found last serves until it is passed: a file without ends is not searched again for each beginning.
    if (end >= 0 && end < match.index) end = file.indexOf('\nendobj', match.index);
    const number = Number(match[1]);
    if (!objects.has(number)) objects.set(number, file.slice(match.index, end < 0 ? undefined : end));
  }
  return objects;
}

/** Pages in their order, the attached data, what the file says of itself, and all else that is drawn with. */
export function pdfParts(file: string): PdfPart[] {
  const objects = pdfObjects(file);
  const find = (mark: RegExp) => [...objects].filter(([, text]) => mark.test(text)).map(([number]) => number);
  const [tree] = find(/\/Type \/Pages\n/);
  const kids = references(objects.get(tree ?? -1) ?? '', /\/Kids \[([^\]]*)\]/);
  const parts: PdfPart[] = kids.map((page, index) => {
    const text = objects.get(page) ?? '';
    const owned = [...references(text, /\/Contents (\d+ 0 R)/), ...references(text, /\/Resources (\d+ 0 R)/)];
    return { name: `page ${index + 1}`, objects: [page, ...owned] };
  });
  parts.push({ name: 'the attached data', objects: find(/\/Type \/(EmbeddedFile|Filespec)\n/) });
  const info = references(file, /\/Info (\d+ 0 R)/);
  const values = info.flatMap((number) => references(objects.get(number) ?? '', /([\s\S]*)/));
  const about = [...info, ...values, ...find(/\/Type \/Metadata\n/)];
  parts.push({ name: "the document's information", objects: about });
  const named = new Set([...parts.flatMap((part) => part.objects), ...find(/\/Type \/FacewardSeal\n/)]);
  const rest = [...objects.keys()].filter((number) => !named.has(number));
  return [...parts, { name: 'fonts and layout', objects: rest }];
}

/** Numbers of the objects that are referred to within what the pattern's group finds. */
function references(text: string, pattern: RegExp): number[] {
  const found = pattern.exec(text)?.[1] ?? '';
  return [...found.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}
