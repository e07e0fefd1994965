/**
 * The structure of a report for those who hear it (tagged PDF, ISO 32000-1, 14.7 and 14.8; PDF/UA-1): a tree of headings,
 * paragraphs, lists, tables and figures in the order in which they are to be read, beside the pages that show them.
 * Whatever is drawn either belongs to an element of the tree or is page furniture, which readers leave out.
 */

/** Standard structure types that a report uses. */
export type ElementType = 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

/** Where what is drawn next belongs. */
export interface Structure {
  readonly pdf: PDFKit.PDFDocument;
  parent: PDFKit.PDFStructureElement;
  /** True between the marks of an element or of page furniture: what is drawn there belongs to it whole. */
  isMarked: boolean;
}

/** The tree of a document that is tagged, with its root. */
export function openStructure(pdf: PDFKit.PDFDocument): Structure {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, parent: root, isMarked: false };
}

/** An element of elements: all that is drawn meanwhile lies in it, over as many pages as it takes. */
export function group(structure: Structure, type: ElementType, draw: () => void): void {
  const element = add(structure, type);
  const { parent } = structure;
  structure.parent = element;
  draw();
  structure.parent = parent;
  element.end();
}

/**
 * An element that is drawn, on one page. Within another such element, or within page furniture, its drawing is a part of
 * that one.
 */
export function element<T>(structure: Structure, type: ElementType, draw: () => T): T {
  if (structure.isMarked) return draw();
  const made = add(structure, type);
  const drawn = drawInto(structure, made, type, draw);
  made.end();
  return drawn;
}

/** A drawing, with the words that stand for it where it cannot be seen. */
export function figure(structure: Structure, alt: string, draw: () => void): void {
  const made = structure.pdf.struct('Figure', { alt });
  structure.parent.add(made);
  drawInto(structure, made, 'Figure', draw);
  made.end();
}

/** Cells of a row, each of which may be drawn in pieces on several pages. */
export interface Row {
  drawCell<T>(index: number, draw: () => T): T;
  end(): void;
}

/** The types of pdfkit do not know `scope` (ISO 32000-1, 14.8.5.7). */
interface CellOptions extends PDFKit.Mixins.StructureElementOptions {
  readonly scope?: 'Column';
}

/** Begins a row of the table that the structure stands in. */
export function openRow(structure: Structure, type: 'TH' | 'TD', cells: number): Row {
  const row = add(structure, 'TR');
  const made = Array.from({ length: cells }, () => {
    const options: CellOptions = type === 'TH' ? { scope: 'Column' } : {};
    const cell = structure.pdf.struct(type, options);
    row.add(cell);
    return cell;
  });
  return {
    drawCell: (index, draw) => drawInto(structure, made[index]!, type, draw),
    end: () => row.end(),
  };
}

/** Rules, frames, page numbers, titles repeated on a page: nothing that a listener misses. */
export function furniture<T>(structure: Structure, draw: () => T, kind: 'Layout' | 'Pagination' = 'Layout'): T {
  if (structure.isMarked) return draw();
  structure.pdf.markContent('Artifact', { type: kind });
  return drawMarked(structure, draw);
}

function add({ pdf, parent }: Structure, type: ElementType): PDFKit.PDFStructureElement {
  const made = pdf.struct(type);
  parent.add(made);
  return made;
}

function drawInto<T>(structure: Structure, into: PDFKit.PDFStructureElement, type: ElementType, draw: () => T): T {
  const content = structure.pdf.markStructureContent(type);
  const drawn = drawMarked(structure, draw);
  into.add(content);
  return drawn;
}

function drawMarked<T>(structure: Structure, draw: () => T): T {
  structure.isMarked = true;
  const drawn = draw();
  structure.isMarked = false;
  structure.pdf.endMarkedContent();
  return drawn;
}
