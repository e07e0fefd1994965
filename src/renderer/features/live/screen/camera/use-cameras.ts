import { useEffect, useState } from 'react';
import { type ListedCamera, listCameras, watchCameras } from '../../vision/list-cameras.ts';

/** The cameras that are plugged in now. */
export function useCameras(): readonly ListedCamera[] {
  const [cameras, setCameras] = useState<readonly ListedCamera[]>([]);
  useEffect(() => {
    let isGone = false;
    const list = async () => {
      const found = await listCameras();
      if (!isGone) setCameras(found);
    };
    void list();
    const end = watchCameras(() => void list());
    return () => {
      isGone = true;
      end();
    };
  }, []);
  return cameras;
}
