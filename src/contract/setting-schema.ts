import { z } from 'zod';
import { problemText, type Setting } from '../core/training/settings/setting.ts';

/**
 * A setting of a run as a schema that says itself what is wrong. Null is refused: what is not set is left out.
 *
 * @param name As the person who reads the refusal knows it.
 */
export function settingSchema<Value>(name: string, setting: Setting<Value>) {
  return z
    .custom<NonNullable<Value>>((value) => value !== null && setting.isAllowed(value), {
      error: ({ input }) => problemText(name, setting, input),
    })
    .meta(setting.json);
}
