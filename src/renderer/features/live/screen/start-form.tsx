import { Button, Grid, Group, Paper, Radio, Select, Stack, Text } from '@mantine/core';
import IconCameraRotate from '@tabler/icons-react/icons/IconCameraRotate';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import type { Child } from '../../../../contract/children.ts';
import { METHODS } from '../../../../contract/contract.ts';
import { useCall } from '../../../client/use-call.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCheckedForm } from '../../../ui/form/use-checked-form.ts';
import { Notice } from '../../../ui/notice.tsx';
import { CameraCoach } from '../coach/camera-coach.tsx';
import { KnownCautions } from '../plan/known-cautions.tsx';
import { startSession } from '../session/current-session.ts';
import { frameWay } from '../vision/frames/frame-way.ts';
import { mayOpenCamera, nextCamera } from '../vision/list-cameras.ts';
import type { CameraChoice } from '../vision/open-camera.ts';
import { useCameras } from './camera/use-cameras.ts';
import { KeepVideo, useMayKeepVideo } from './keep-video.tsx';

interface StartFormProps {
  /** Everybody on this site, with or without consent. */
  readonly registered: readonly Child[];
  /** The child named in the page's address, if one is. */
  readonly childId: string | null;
  /** The demo begins with its clip; no other site has it: a rendered child has no place in a real one's record. */
  readonly isDemo: boolean;
  /** Whoever came here pressed Start already: begins by itself where one camera alone is there and may be opened. */
  readonly startsAtOnce: boolean;
}

const CLIP = 'demo-clip';
const CHOSEN = METHODS['sessions.start'].input.pick({ childId: true });
const NO_PROTOCOL = '';

/** Before a session: which child, which camera, and whether the camera sees the face well. */
export function StartForm({ registered, childId, isDemo, startsAtOnce }: StartFormProps) {
  const { t } = useTranslation('live');
  const { t: plan } = useTranslation('protocols');
  const protocols = useCall('protocols.list', {});
  const cameras = useCameras();
  const mayBeWatched = registered.filter((child) => child.consentedScopes.includes('monitor'));
  const named =
    mayBeWatched.find((child) => child.id === childId) ?? (mayBeWatched.length === 1 ? mayBeWatched[0] : null);
  const childOf = (id: string | null) => mayBeWatched.find((each) => each.id === id);
  const { form, onSubmit } = useCheckedForm(CHOSEN, (values) => ({ childId: childOf(values.childId)?.id ?? null }), {
    initialValues: {
      childId: named?.id ?? null,
      camera: null as string | null,
      protocolId: NO_PROTOCOL,
      keepsVideo: false,
    },
  });
  const [isCameraShown, setIsCameraShown] = useState(false);
  const [isAllowed, setIsAllowed] = useState(false);
  const firstCamera = cameras[0] && `webcam:${cameras[0].deviceId}`;
  const chosen = form.values.camera ?? (isDemo ? CLIP : (firstCamera ?? null));
  const camera = chosen === null ? null : choiceOf(chosen);
  const child = childOf(form.values.childId);
  const mayKeepVideo = useMayKeepVideo(child);

  const begin = (whom: Child, by: CameraChoice) =>
    startSession({
      child: whom,
      camera: by,
      protocolId: form.values.protocolId || null,
      keepsVideo: mayKeepVideo === true && form.values.keepsVideo,
      goesOnWith: null,
    });

  // Where permission was given before, the picture appears by itself.
  useEffect(() => {
    void mayOpenCamera().then((mayOpen) => {
      setIsAllowed(mayOpen);
      if (mayOpen) setIsCameraShown(true);
    });
  }, []);

  const isOnlyChoice = isDemo || (isAllowed && cameras.length === 1);
  useStartAtOnce(
    // Where there are protocols, or video may be kept, one may have to be chosen.
    startsAtOnce && child?.id === childId && isOnlyChoice && protocols.data?.length === 0 && mayKeepVideo === false,
    () => child && camera && begin(child, camera),
  );

  if (registered.length === 0) {
    return (
      <EmptyState title={t(($) => $.start.noChildTitle)}>
        {t(($) => $.start.noChild)} <Link to="/children">{t(($) => $.start.toChildren)}</Link>
      </EmptyState>
    );
  }
  if (frameWay() === null) {
    return (
      <Notice kind="error" title={t(($) => $.start.cannotTitle)}>
        {t(($) => $.problem['cannot-read'])}
      </Notice>
    );
  }
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 6 }}>
        <Paper withBorder p="lg">
          <Form gap="lg" onSubmit={onSubmit(() => child && camera && begin(child, camera))}>
            <Select
              label={t(($) => $.start.child)}
              placeholder={t(($) => $.start.chooseChild)}
              searchable
              data={registered.map((each) => ({
                value: each.id,
                label: mayBeWatched.includes(each) ? each.code : t(($) => $.start.noConsent, { child: each.code }),
                disabled: !mayBeWatched.includes(each),
              }))}
              {...form.getInputProps('childId')}
            />
            {protocols.data && protocols.data.length > 0 && (
              <Select
                label={plan(($) => $.choose)}
                allowDeselect={false}
                data={[
                  { value: NO_PROTOCOL, label: plan(($) => $.noProtocol) },
                  ...protocols.data.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                {...form.getInputProps('protocolId')}
              />
            )}
            {child && <KnownCautions childId={child.id} />}
            {mayKeepVideo && <KeepVideo {...form.getInputProps('keepsVideo', { type: 'checkbox' })} />}
            <Radio.Group
              label={t(($) => $.start.camera)}
              value={chosen}
              onChange={(value) => form.setFieldValue('camera', value)}
              size="md"
            >
              <Stack gap="xs" mt="xs">
                {cameras.map(({ deviceId, name }, i) => (
                  <Radio
                    key={deviceId}
                    value={`webcam:${deviceId}`}
                    label={name || t(($) => $.start.cameraNumber, { number: i + 1 })}
                  />
                ))}
                {isDemo && (
                  <Radio value={CLIP} label={t(($) => $.start.clip)} description={t(($) => $.start.clipHint)} />
                )}
              </Stack>
            </Radio.Group>
            {cameras.length === 0 && <Text c="dimmed">{t(($) => $.start.noCamera)}</Text>}
            <Button type="submit" size="lg" disabled={camera === null}>
              {t(($) => $.start.start)}
            </Button>
          </Form>
        </Paper>
      </Grid.Col>
      {camera?.kind === 'webcam' && (
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="sm">
            {isCameraShown && <CameraCoach deviceId={camera.deviceId} />}
            <Group grow>
              <Button variant="default" onClick={() => setIsCameraShown(!isCameraShown)}>
                {isCameraShown ? t(($) => $.start.hideCamera) : t(($) => $.start.showCamera)}
              </Button>
              {cameras.length > 1 && (
                <Button
                  variant="default"
                  leftSection={<IconCameraRotate aria-hidden />}
                  onClick={() => form.setFieldValue('camera', `webcam:${nextCamera(cameras, camera.deviceId)}`)}
                >
                  {t(($) => $.start.nextCamera)}
                </Button>
              )}
            </Group>
          </Stack>
        </Grid.Col>
      )}
    </Grid>
  );
}

/** Starts once, and takes the wish to out of the browser's history, so that neither a reload nor the next session repeats it. */
function useStartAtOnce(isDue: boolean, start: () => void): void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const begin = useEffectEvent(() => {
    void navigate(pathname, { replace: true, state: null });
    start();
  });
  useEffect(() => {
    if (isDue) begin();
  }, [isDue]);
}

function choiceOf(value: string): CameraChoice {
  return value === CLIP ? { kind: 'demo-clip' } : { kind: 'webcam', deviceId: value.slice('webcam:'.length) };
}
