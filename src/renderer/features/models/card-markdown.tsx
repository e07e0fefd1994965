import { Code, Table, Text, Typography } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { WideTable } from '../../ui/wide-table.tsx';
import { cardBody } from './card-body.ts';

/**
 * A card is shown under a second-level heading, so its own headings start at the third. Its links and images are not
 * followed: a card may come from elsewhere, and the program never uses the network.
 */
const COMPONENTS: Components = {
  h1: 'h3',
  h2: 'h4',
  h3: 'h5',
  a: ({ children }) => <Text span>{children}</Text>,
  img: ({ alt }) => <Text span>{alt}</Text>,
  // Each table is a region of its own, so each needs a name of its own.
  table: ({ children, node }) => <CardTable line={node?.position?.start.line ?? 0}>{children}</CardTable>,
  pre: ({ children }) => (
    <Code block component="div" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {children}
    </Code>
  ),
};

/** No DataTable: its rows are the card's own Markdown, already elements. */
function CardTable({ line, children }: { readonly line: number; readonly children: ReactNode }) {
  const { t } = useTranslation('models');
  return (
    <WideTable label={t(($) => $.cardTable, { line })} minWidthPx={400}>
      <Table>{children}</Table>
    </WideTable>
  );
}

/** A model card, in English, the language it is written in. It becomes elements, never HTML text, so nothing in it can run. */
export function CardMarkdown({ markdown }: { readonly markdown: string }) {
  return (
    <Typography lang="en" style={{ overflowWrap: 'anywhere' }}>
      <Markdown remarkPlugins={[remarkGfm]} components={COMPONENTS}>
        {cardBody(markdown)}
      </Markdown>
    </Typography>
  );
}
