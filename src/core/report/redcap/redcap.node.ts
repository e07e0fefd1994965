import { strToU8 } from 'fflate';
import { type Cell, csvRows } from '../../tables/csv.node.ts';
import { meanMovements } from '../movements/mean-movements.ts';
import { printable } from '../printable.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples } from '../report-samples.ts';
import { type RedcapField, redcapFields } from './fields.ts';

const DICTIONARY_COLUMNS = [
  'Variable / Field Name',
  'Form Name',
  'Section Header',
  'Field Type',
  'Field Label',
  'Choices, Calculations, OR Slider Labels',
  'Field Note',
  'Text Validation Type OR Show Slider Number',
  'Text Validation Min',
  'Text Validation Max',
  'Identifier?',
  'Branching Logic (Show field only if...)',
  'Required Field?',
  'Custom Alignment',
  'Question Number (surveys only)',
  'Matrix Group Name',
  'Matrix Ranking?',
  'Field Annotation',
] as const;

/** What is left out is an empty cell. */
type DictionaryRow = Partial<Record<(typeof DICTIONARY_COLUMNS)[number], Cell>>;

/** The instrument that all fields stand in. */
const FORM_NAME = 'faceward_session';

/**
 * The session as a record to import into a REDCap project, and the dictionary of its fields, with which the project is
 * set up. What is summed up of a session has a field; its readings, and what has a time, have not.
 *
 * Source: REDCap, data dictionary of 18 columns, and data import in rows: UTF-8, commas, decimal points. No byte order
 * mark, so that it can never become a part of the first field's name. Text that a spreadsheet would run as a formula gets
 * an apostrophe before it.
 *
 * @returns By file name, `records.csv` and `data-dictionary.csv`; the latter is the same for every session in a language.
 */
export function reportToRedcap(document: ReportDocument, samples: ReportSamples): Readonly<Record<string, Uint8Array>> {
  const fields = redcapFields(document.language);
  const means = meanMovements(samples);
  const values = fields.map(({ read }) => read(document, means));
  return {
    'records.csv': strToU8(
      csvRows([
        fields.map(({ name }) => name),
        values.map((value) => (typeof value === 'string' ? printable(value) : value)),
      ]),
    ),
    'data-dictionary.csv': strToU8(dictionary(fields)),
  };
}

function dictionary(fields: readonly RedcapField[]): string {
  const rows = fields.map(dictionaryRow);
  return csvRows([DICTIONARY_COLUMNS, ...rows.map((row) => DICTIONARY_COLUMNS.map((column) => row[column] ?? null))]);
}

function dictionaryRow({ name, label, type, isIdentifier }: RedcapField): DictionaryRow {
  return {
    'Variable / Field Name': name,
    'Form Name': FORM_NAME,
    'Field Label': label,
    'Identifier?': isIdentifier ? 'y' : null,
    ...typeCells(type),
  };
}

function typeCells(type: RedcapField['type']): DictionaryRow {
  switch (type.is) {
    case 'text':
    case 'notes':
      return { 'Field Type': type.is };
    case 'moment':
      return { 'Field Type': 'text', 'Text Validation Type OR Show Slider Number': 'datetime_seconds_ymd' };
    case 'integer':
    case 'number':
      return {
        'Field Type': 'text',
        'Text Validation Type OR Show Slider Number': type.is,
        'Text Validation Min': type.least,
        'Text Validation Max': type.most,
      };
    case 'choice':
      return {
        'Field Type': 'radio',
        'Choices, Calculations, OR Slider Labels': type.choices
          .map(({ code, label }) => `${code}, ${label}`)
          .join(' | '),
      };
  }
}
