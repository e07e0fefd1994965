import type { TextTable } from '../../evaluation/evaluation-table.ts';
import { differenceText } from '../answer.ts';
import type { Contrast, Contrasts } from './contrasts.ts';

/** What the contrasts were made of, and the one that was named before looking. */
export function contrastsSentences({ named, others, divisions }: Contrasts): string[] {
  const over =
    divisions === 1
      ? 'one division of the children; they do not cover another'
      : `${divisions} divisions of the children, drawn with their seeds and test children`;
  return [
    named
      ? `Named before looking: ${named.name}: ${differenceText(named)} in balanced accuracy, p ${pText(named.p)}: ${named.verdict}.`
      : 'The contrast that was named before looking, SupCon with adults as augmentations against the best other scheme, is not measured.',
    `Intervals are over ${over}.`,
    ...(others.length === 0
      ? []
      : [
          `The p values of the other ${others.length} are corrected together (Holm 1979): at .05 one study in twenty says something of them that is not so.`,
        ]),
  ];
}

/** All contrasts, a row each. */
export function contrastsTable({ named, others }: Contrasts): TextTable {
  const row = (each: Contrast) => [
    ...[each.name, differenceText(each), pText(each.p)],
    ...[each.pHolm === null ? 'named' : pText(each.pHolm), each.verdict],
  ];
  return {
    header: ['contrast, over the sizes', 'value [95 %]', 'p', 'p after Holm', 'reading'],
    rows: [...(named ? [named] : []), ...others].map(row),
  };
}

function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}
