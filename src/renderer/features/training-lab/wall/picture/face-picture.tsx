import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { writeGrey } from '../faces/draw-row.ts';
import { FACE_PX } from '../faces/face-cache.ts';

const SHOWN_PX = 160;

/** One face, large. @param face [60, 60] grey; null until it is there. */
export function FacePicture({ face }: { readonly face: Uint8Array | null }) {
  const { t } = useTranslation('wall');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(FACE_PX, FACE_PX);
    if (face) writeGrey(new Uint32Array(image.data.buffer), face, 0, FACE_PX);
    context.putImageData(image, 0, 0);
  }, [face]);
  return (
    <canvas
      ref={canvas}
      width={FACE_PX}
      height={FACE_PX}
      role="img"
      aria-label={t(($) => $.image.face)}
      style={{ width: SHOWN_PX, height: SHOWN_PX, borderRadius: 8, background: '#d5dade' }}
    />
  );
}
