import { Button, Group, List, Progress, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RunPoints } from '../../../../contract/results.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { pickImages } from '../wall/picked-images.ts';
import { wallPath } from '../wall/wall-query.ts';
import { CODINGS, type Coding } from './codings.ts';
import { MapCanvas } from './map-canvas.tsx';
import { MapLegend } from './map-legend.tsx';
import { useLayOut } from './use-lay-out.ts';

/** The faces of a run on a plane, with a way from any of them to their pictures. */
export function MapSection({ points }: { readonly points: RunPoints }) {
  const { t } = useTranslation('results');
  const { t: evaluation } = useTranslation('evaluation');
  const format = useFormat();
  const navigate = useNavigate();
  const { state, stop, again } = useLayOut(points);
  const [coding, setCoding] = useState<Coding>('truth');
  const [tool, setTool] = useState<'choose' | 'move'>('choose');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const images = (count: number) => evaluation(($) => $.images, { count });
  const open = () => navigate(wallPath({ picked: pickImages(chosen.map((row) => points.keys[row]!)) }));
  return (
    <Section title={t(($) => $.map.faces)} description={t(($) => $.map.of, { images: images(points.keys.length) })}>
      {state.kind === 'working' && (
        <Stack gap="xs">
          <Text role="status">
            {state.share === null
              ? t(($) => $.map.neighbours)
              : t(($) => $.map.layingOut, { share: format.share(state.share) })}
          </Text>
          <Progress value={100 * (state.share ?? 0)} aria-label={t(($) => $.map.progress)} />
          <Group>
            <Button variant="default" onClick={stop}>
              {t(($) => $.map.stop)}
            </Button>
          </Group>
        </Stack>
      )}
      {state.kind === 'stopped' && (
        <Group>
          <Text>{t(($) => $.map.stopped)}</Text>
          <Button variant="default" onClick={again}>
            {t(($) => $.map.again)}
          </Button>
        </Group>
      )}
      {state.kind === 'failed' && <ErrorNotice error={state.error} title={t(($) => $.map.failed)} onRetry={again} />}
      {state.kind === 'done' && (
        <>
          <Group align="flex-end" gap="lg">
            <Select
              label={t(($) => $.map.coding)}
              data={CODINGS.map((value) => ({ value, label: t(($) => $.map.by[value]) }))}
              value={coding}
              allowDeselect={false}
              onChange={(value) => setCoding(CODINGS.find((each) => each === value) ?? 'truth')}
            />
            <SegmentedControl
              aria-label={t(($) => $.map.tool)}
              data={[
                { value: 'choose', label: t(($) => $.map.choose) },
                { value: 'move', label: t(($) => $.map.move) },
              ]}
              value={tool}
              onChange={(value) => setTool(value === 'move' ? 'move' : 'choose')}
            />
            <Button disabled={chosen.length === 0} onClick={open}>
              {t(($) => $.map.open, { images: images(chosen.length) })}
            </Button>
          </Group>
          <MapLegend points={points} coding={coding} />
          <div>
            <MapCanvas
              points={points}
              places={state.places}
              coding={coding}
              tool={tool}
              label={t(($) => $.map.canvas, { images: images(points.keys.length) })}
              onChoose={setChosen}
            />
          </div>
          <Text size="sm" role="status">
            {t(($) => $.map.chosen, { images: images(chosen.length) })}
          </Text>
          <Text size="sm">{t(($) => $.map.keys)}</Text>
        </>
      )}
      <Text fw={600}>{t(($) => $.map.caution)}</Text>
      <List size="sm">
        <List.Item>{t(($) => $.map.shows)}</List.Item>
        <List.Item>{t(($) => $.map.distances)}</List.Item>
        <List.Item>{t(($) => $.map.differs)}</List.Item>
        <List.Item>{t(($) => $.map.trained)}</List.Item>
      </List>
    </Section>
  );
}
