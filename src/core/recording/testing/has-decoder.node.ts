/** Whether what decodes video files is installed: it is an optional package, and there is none for every machine. */
export const hasDecoder: boolean = await import('@napi-rs/webcodecs').then(
  () => true,
  () => false,
);
