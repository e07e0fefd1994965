import { AGE_BANDS } from '../../../emotion/age.ts';
import type { ImageQuality, WallFilter } from './wall-filter.ts';

/** A condition on rows of dataset_images under the name `i`, with what stands for its question marks. */
export interface SqlCondition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** A face of fewer pixels is made larger before a model reads it. The others are what the quality gate refuses of a camera. */
const QUALITY_SQL: Readonly<Record<ImageQuality, string>> = {
  small: 'i.face_px < 48',
  blurred: 'i.sharpness < 0.5',
  dark: 'i.brightness < 0.08',
  bright: 'i.brightness > 0.94',
};

/** The part of a filter that the rows of dataset_images themselves answer. */
export function imageCondition({
  datasetId,
  group,
  emotion,
  ageBand,
  subject,
  split,
  state,
  quality,
}: WallFilter): SqlCondition {
  const parts: SqlCondition[] = [];
  const equals = (column: string, value: string | undefined, isNull: string) => {
    if (value === undefined) return;
    parts.push(value === isNull ? { sql: `${column} IS NULL`, values: [] } : { sql: `${column} = ?`, values: [value] });
  };
  if (datasetId !== undefined) parts.push({ sql: 'i.dataset_id = ?', values: [datasetId] });
  if (state !== undefined) parts.push({ sql: 'i.state = ?', values: [state] });
  if (subject !== undefined) parts.push({ sql: 'i.subject = ?', values: [subject] });
  equals('i.subject_group', group, 'unknown');
  equals('i.emotion', emotion, 'none');
  equals('i.own_split', split, 'none');
  if (ageBand !== undefined) parts.push(ageCondition(ageBand));
  if (quality !== undefined) parts.push({ sql: QUALITY_SQL[quality], values: [] });
  return {
    sql: parts.length === 0 ? '1' : parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }) => values),
  };
}

function ageCondition(name: NonNullable<WallFilter['ageBand']>): SqlCondition {
  const band = AGE_BANDS.find((each) => each.name === name);
  if (!band) return { sql: 'i.age_years IS NULL', values: [] };
  const from: SqlCondition = { sql: 'i.age_years >= ?', values: [band.fromYears] };
  if (band.toYears === Number.POSITIVE_INFINITY) return from;
  return { sql: `${from.sql} AND i.age_years < ?`, values: [...from.values, band.toYears] };
}
