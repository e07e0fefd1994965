import type { EngineFacts } from '../../contract/engines.ts';
import { expectedSpeed } from '../../core/engine/choice-facts.ts';
import { ENGINE_NAMES, type EngineName } from '../../core/engine/engine.ts';
import { type EngineLook, engineLooks } from '../../core/engine/engine-looks.node.ts';
import { firstNotFarSlower } from '../../core/engine/preferred-engine.ts';
import type { Handlers } from '../runtime/call-context.ts';

/** Nothing is started here: to look at an engine loads a gigabyte of libraries, which is the trainer's to do. */
export const enginesHandlers: Handlers<'engines.list'> = {
  'engines.list'({ runtime }) {
    const looks = engineLooks(runtime.options.dataDir);
    const found = ENGINE_NAMES.flatMap((name) => looks.last(name)?.found ?? []);
    const preferred = firstNotFarSlower(found.filter(({ kind }) => kind === 'tried'))?.name ?? null;
    return { engines: ENGINE_NAMES.map((name) => factsOf(name, looks.last(name))), preferred };
  },
};

function factsOf(name: EngineName, look: EngineLook | null): EngineFacts {
  const nothing = { name, device: null, imagesPerSecond: null, gradientError: null, why: null };
  if (!look) return { ...nothing, state: 'not-looked-at', lookedAtIso: null };
  const { found, gradientError } = look;
  const lookedAtIso = new Date(look.lookedAtMs).toISOString();
  if (found.kind === 'passed-by') return { ...nothing, state: 'not-here', why: found.why, lookedAtIso };
  const { device } = found;
  return { ...nothing, state: 'works', device, gradientError, imagesPerSecond: expectedSpeed(found), lookedAtIso };
}
