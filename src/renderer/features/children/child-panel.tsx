import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Child } from '../../../contract/children.ts';
import { mayCall } from '../../client/may-call.ts';
import { EraseButton } from '../../ui/erasing/erase-button.tsx';
import { useFormat } from '../../ui/format.ts';
import { useSite } from '../../ui/site-context.ts';
import { BaselineSection } from './baseline-section.tsx';
import { CautionsSection } from './cautions-section.tsx';
import { ChildArchive } from './child-archive.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { ConsentTable } from './consent-table.tsx';
import { ModelsWithChild } from './models-with-child.tsx';

/** One child: what holds today, every consent, and the way into a session. */
export function ChildPanel({ child }: { readonly child: Child }) {
  const { t } = useTranslation('children');
  const { t: erasing } = useTranslation('erasing');
  const format = useFormat();
  const { user } = useSite();
  const [granting, { open, close }] = useDisclosure(false);
  const mayWatch = child.consentedScopes.includes('monitor');
  return (
    <Paper component="section" withBorder p="lg" aria-label={t(($) => $.panel, { code: child.code })}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={2} style={{ overflowWrap: 'anywhere' }}>
              {child.code}
            </Title>
            <Text c="dimmed">{t(($) => $.born, { month: format.month(child.birthMonth) })}</Text>
          </div>
          <Group gap="sm">
            <Button variant="default" onClick={open}>
              {t(($) => $.consent.record)}
            </Button>
            {mayWatch ? (
              <Button component={Link} to={`/live/${child.id}`}>
                {t(($) => $.start)}
              </Button>
            ) : (
              <Text size="sm" c="dimmed" maw={220}>
                {t(($) => $.needsConsent)}
              </Text>
            )}
          </Group>
        </Group>
        <ModelsWithChild child={child} />
        <ConsentTable child={child} />
        <CautionsSection child={child} />
        <BaselineSection child={child} />
        <Group justify="space-between">
          <EraseButton
            target={{ kind: 'child', childId: child.id }}
            label={erasing(($) => $.child)}
            title={erasing(($) => $.childTitle, { code: child.code })}
          />
          {mayCall(user.role, 'children.archive') && <ChildArchive child={child} />}
        </Group>
      </Stack>
      <ConsentDialog child={child} opened={granting} onClose={close} />
    </Paper>
  );
}
