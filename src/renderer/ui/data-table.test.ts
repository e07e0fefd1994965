import { MantineProvider } from '@mantine/core';
import { type ComponentProps, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { createWords } from '../../core/words/words.ts';
import { DataTable } from './data-table.tsx';
import { TablesOf } from './wide-table.tsx';

interface Row {
  readonly id: string;
  readonly ward: string;
  readonly beds: number;
}

const ROWS: readonly Row[] = [
  { id: 'a', ward: 'North', beds: 12 },
  { id: 'b', ward: 'South', beds: 9 },
  { id: 'c', ward: 'North', beds: 3 },
];

type Props = ComponentProps<typeof DataTable<Row>>;

const PROPS: Props = {
  label: 'Wards',
  rows: ROWS,
  rowKey: ({ id }) => id,
  columns: {
    id: { header: 'Id', isRowHeader: true, cell: ({ id }) => id },
    beds: { header: 'Beds', align: 'right', cell: ({ beds }) => beds },
    remove: { cell: () => createElement('b', null, 'Remove') },
    bar: { isDecoration: true, cell: () => 'bar' },
  },
};

/** The table as HTML, with the attributes that only style it left out. */
function html(props: Partial<Props> = {}, of = ''): string {
  const table = createElement(DataTable<Row>, { ...PROPS, ...props });
  const named = createElement(TablesOf, { value: of }, table);
  const worded = createElement(I18nextProvider, { i18n: createWords('en') }, named);
  return renderToStaticMarkup(createElement(MantineProvider, null, worded))
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/ (class|data-[\w-]+)="[^"]*"/g, '')
    .replace(/ style="(?!text-align|vertical-align)[^"]*"/g, '');
}

it('heads each column, and leaves those of buttons and drawings without a heading', () => {
  expect(html()).toContain(
    '<thead><tr><th scope="col">Id</th><th style="text-align:right" scope="col">Beds</th><td></td>' +
      '<td aria-hidden="true"></td></tr></thead>',
  );
});

it('gives each row its cells, and the cell that names it the role of a heading', () => {
  expect(html()).toContain(
    '<tr><th scope="row">a</th><td style="text-align:right">12</td><td><b>Remove</b></td>' +
      '<td aria-hidden="true">bar</td></tr>',
  );
});

it('has no row of headings when no column has one', () => {
  expect(html({ columns: { id: { cell: ({ id }) => id } } })).not.toContain('<thead>');
});

it('is a table by name, and says with it what it is of where a page shows several', () => {
  expect(html()).toContain('<table aria-label="Wards">');
  expect(html({}, 'model A')).toContain('<table aria-label="Wards, model A">');
});

it.each([{ minWidthPx: 700 }, { maxHeightPx: 300 }])('can be scrolled by keyboard with %j', (size) => {
  expect(html(size)).toMatch(/<div[^>]*tabindex="0"[^>]*role="region"[^>]*aria-label="Wards"/i);
  expect(html()).not.toContain('role="region"');
});

it('says the words for no rows in place of a table', () => {
  expect(html({ rows: [], empty: 'No wards.' })).toMatch(/^<p>No wards\.<\/p>$/);
  expect(html({ empty: 'No wards.' })).not.toContain('No wards.');
});

it('puts rows of one group together below its heading, groups in order of their first row', () => {
  const text = html({ groupOf: ({ ward }) => ward, columns: { id: { cell: ({ id }) => id } } });
  expect(text.match(/<th[^>]*>.*?<\/th>|<td>.*?<\/td>/g)).toEqual([
    '<th colSpan="1" scope="rowgroup">North</th>',
    '<td>a</td>',
    '<td>c</td>',
    '<th colSpan="1" scope="rowgroup">South</th>',
    '<td>b</td>',
  ]);
});
