import { Button, Checkbox, Code, CopyButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';

interface RecoveryCodeProps {
  readonly code: string;
  readonly onWrittenDown: () => void;
}

/** The recovery code, shown this once. The way on opens when somebody says that it is kept. */
export function RecoveryCode({ code, onWrittenDown }: RecoveryCodeProps) {
  const [kept, setKept] = useState(false);
  return (
    <Paper withBorder p="xl">
      <title>Recovery code · Faceward</title>
      <Stack>
        <Title order={1}>Write down the recovery code</Title>
        <Text>
          It opens this site when all passwords are lost. It is shown only now and stored nowhere. Without a password
          and without this code nobody can read the data again.
        </Text>
        <Code
          block
          fz="xl"
          p="lg"
          ta="center"
          aria-label="Recovery code"
          style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}
        >
          {code}
        </Code>
        <Group>
          <CopyButton value={code}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={() => window.print()}>
            Print
          </Button>
        </Group>
        <Checkbox
          size="md"
          label="I have written it down and keep it in a safe place"
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!kept} onClick={onWrittenDown}>
            Go on
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
