import { memo, type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facing } from '../vision/open-camera.ts';
import type { Picture } from '../vision/picture.ts';
import { drawPicture } from './draw-picture.ts';
import { useMirrored } from './mirrored.ts';

interface PictureCanvasProps {
  /** Asked for the newest picture at every animation frame. */
  readonly source: { readonly picture: Picture | null };
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** Only to be looked at: nobody is pointed out in it. */
  readonly isPreview?: boolean;
  /** Of the camera, where it is known. */
  readonly facing?: Facing;
  /** CSS height, from which it grows where its surroundings have room. */
  readonly height: string;
}

/** The last frame that was read, with a label on each face. The page's one owner of the animation frame. */
export const PictureCanvas = memo(function PictureCanvas({
  source,
  canvas,
  isPreview = false,
  facing = null,
  height,
}: PictureCanvasProps) {
  const { t } = useTranslation('live');
  const [isMirrored] = useMirrored(facing);
  useEffect(() => {
    const words = {
      child: t(($) => $.camera.child),
      tap: isPreview ? t(($) => $.camera.face) : t(($) => $.camera.tap),
      notRead: t(($) => $.camera.notRead),
    };
    let drawn: Picture | null = null;
    let request = 0;
    const draw = () => {
      const { picture } = source;
      if (canvas.current && picture !== drawn) {
        drawPicture(canvas.current, picture, { words, isMirrored });
        drawn = picture;
      }
      request = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(request);
  }, [source, canvas, isPreview, isMirrored, t]);
  return (
    <canvas
      ref={canvas}
      width={640}
      height={480}
      style={{ display: 'block', flex: '1 1 auto', minHeight: 0, width: '100%', height, objectFit: 'contain' }}
    />
  );
});
