/**
 * A job that the program does beside its calls, in a process of its own: it knows neither the store nor a screen, and tells
 * what it finds as plain data.
 *
 * @param options.signal Aborting it ends the job after the step under way; what it told by then holds.
 * @yields What it has found since it told the last.
 * @returns What there is to say at the end, as plain data.
 * @throws FailureError for what was foreseen; the signal's reason when aborted.
 */
export type LabJob<Input, Told, Output> = (
  input: Input,
  options: { readonly signal: AbortSignal },
) => AsyncGenerator<Told, Output>;
