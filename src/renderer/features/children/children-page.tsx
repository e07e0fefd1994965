import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AddChildDialog } from './add-child-dialog.tsx';
import { ChildPanel } from './child-panel.tsx';

/** The children of the site under their codes, and what their families agreed to. */
export function ChildrenPage() {
  const { t } = useTranslation('children');
  const children = useCall('children.list', {});
  const [adding, { open, close }] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={t(($) => $.title)}
        description={t(($) => $.description)}
        actions={
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
            {t(($) => $.add.title)}
          </Button>
        }
      />
      <AddChildDialog opened={adding} onClose={close} />
      <Loaded query={children} what={t(($) => $.what)}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t(($) => $.none)}>{t(($) => $.noneHelp)}</EmptyState>
          ) : (
            <Stack>
              {list.map((child) => (
                <ChildPanel key={child.id} child={child} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}
