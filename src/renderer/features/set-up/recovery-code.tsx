import { Button, Checkbox, Code, CopyButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface RecoveryCodeProps {
  readonly code: string;
  readonly onWrittenDown: () => void;
}

/** The recovery code, shown this once. The way on opens once somebody confirms having kept it. */
export function RecoveryCode({ code, onWrittenDown }: RecoveryCodeProps) {
  const { t } = useTranslation('setUp');
  const [kept, setKept] = useState(false);
  return (
    <Paper withBorder p="xl">
      <title>{`${t(($) => $.code.name)} · Faceward`}</title>
      <Stack>
        <Title order={1}>{t(($) => $.code.title)}</Title>
        <Text>{t(($) => $.code.help)}</Text>
        <Code
          block
          fz="xl"
          p="lg"
          ta="center"
          aria-label={t(($) => $.code.name)}
          style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}
        >
          {code}
        </Code>
        <Group>
          <CopyButton value={code}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t(($) => $.code.copied) : t(($) => $.code.copy)}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={() => window.print()}>
            {t(($) => $.code.print)}
          </Button>
        </Group>
        <Checkbox
          size="md"
          label={t(($) => $.code.kept)}
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!kept} onClick={onWrittenDown}>
            {t(($) => $.code.goOn)}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
