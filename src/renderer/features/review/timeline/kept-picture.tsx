import type { Session } from '../../../../contract/sessions.ts';
import { useCall } from '../../../client/use-call.ts';
import { CropPicture } from '../queue/crop-picture.tsx';

/** A picture further away does not show the moment any more. */
const NEAR_MS = 2_000;

interface KeptPictureProps {
  readonly session: Pick<Session, 'id' | 'keepsCrops'>;
  readonly atMs: number;
  readonly sidePx: number;
}

/** The kept picture nearest to a moment of a session; nothing where none is near, or none was to be kept. */
export function KeptPicture({ session, atMs, sidePx }: KeptPictureProps) {
  const { data: times } = useCall('sessions.pictureTimes', { sessionId: session.id }, { enabled: session.keepsCrops });
  const nearestMs = times && nearest(times, atMs);
  if (nearestMs === undefined || nearestMs === null) return null;
  return <CropPicture sessionId={session.id} atMs={nearestMs} sidePx={sidePx} />;
}

function nearest(times: Float64Array, atMs: number): number | null {
  const best = times.reduce(
    (found, each) => (Math.abs(each - atMs) < Math.abs(found - atMs) ? each : found),
    Number.POSITIVE_INFINITY,
  );
  return Math.abs(best - atMs) <= NEAR_MS ? best : null;
}
