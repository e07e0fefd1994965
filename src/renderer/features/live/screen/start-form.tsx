import { Button, Paper, Radio, Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { Child } from '../../../../contract/children.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { startSession } from '../current-session.ts';
import type { CameraChoice } from '../vision/open-camera.ts';
import { useCameras } from './use-cameras.ts';

interface StartFormProps {
  /** Everybody on this site, with or without consent. */
  readonly registered: readonly Child[];
  /** The child that the address names, if it does. */
  readonly childId: string | null;
  /** The demo clip is what a look around begins with. */
  readonly isDemo: boolean;
}

const CLIP = 'demo-clip';

/** Before a session: which child, which camera. */
export function StartForm({ registered, childId, isDemo }: StartFormProps) {
  const cameras = useCameras();
  const mayBeWatched = registered.filter((child) => child.consentedScopes.includes('monitor'));
  const named =
    mayBeWatched.find((child) => child.id === childId) ?? (mayBeWatched.length === 1 ? mayBeWatched[0] : null);
  const [chosenChild, setChosenChild] = useState<string | null>(named?.id ?? null);
  const [chosenCamera, setChosenCamera] = useState<string | null>(null);
  const camera = chosenCamera ?? (isDemo || cameras.length === 0 ? CLIP : `webcam:${cameras[0]!.deviceId}`);
  const child = mayBeWatched.find((each) => each.id === chosenChild);

  if (registered.length === 0) {
    return (
      <EmptyState title="No child yet">
        Add a child and the family’s consent under <Link to="/children">Children</Link>.
      </EmptyState>
    );
  }
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (child) startSession({ child, camera: choiceOf(camera) });
  };
  return (
    <Paper withBorder p="lg" maw={640}>
      <form onSubmit={start}>
        <Stack gap="lg">
          <Select
            label="Child"
            placeholder="Choose a child"
            searchable
            data={registered.map((each) => ({
              value: each.id,
              label: each.code + (mayBeWatched.includes(each) ? '' : ' (no consent to monitoring today)'),
              disabled: !mayBeWatched.includes(each),
            }))}
            value={chosenChild}
            onChange={setChosenChild}
          />
          <Radio.Group label="Camera" value={camera} onChange={setChosenCamera} size="md">
            <Stack gap="xs" mt="xs">
              {cameras.map(({ deviceId, name }) => (
                <Radio key={deviceId} value={`webcam:${deviceId}`} label={name} />
              ))}
              <Radio value={CLIP} label="Demo clip" description="One minute of a rendered child, over and over" />
            </Stack>
          </Radio.Group>
          {cameras.length === 0 && <Text c="dimmed">No camera was found. Plug one in and it appears here.</Text>}
          <Button type="submit" size="lg" disabled={!child}>
            Start
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}

function choiceOf(value: string): CameraChoice {
  return value === CLIP ? { kind: 'demo-clip' } : { kind: 'webcam', deviceId: value.slice('webcam:'.length) };
}
