import { isMethodName, METHODS, type MethodName } from '../contract/contract.ts';
import { CallError, callErrorData } from '../contract/error.ts';
import type { Answer } from '../contract/wire.ts';
import { permission } from '../core/security/roles.ts';
import { failure, type PlainReason } from '../core/words/failure.ts';
import { HANDLERS } from './handlers.ts';
import { inputFailure } from './input-failure.ts';
import { mayCallBefore, mayCallInDamagedStore, mayCallWhileLocked } from './locked.ts';
import type { CallContext, SignedInContext } from './runtime/call-context.ts';
import type { Caller } from './runtime/caller.ts';
import { expireConsents } from './runtime/ended-consents.ts';
import { checkBecauseOf } from './runtime/opening/found-damaged.ts';
import { anchorAudit } from './runtime/records/audit-anchor.ts';
import { leaveIfDeserted, type Runtime, signedInUser } from './runtime/runtime.ts';
import { type FirstThing, firstThingOf } from './runtime/sign-in/first-thing.ts';
import { noteRefusal } from './runtime/sign-in/refusals.ts';
import { toCallError } from './runtime/to-call-error.ts';

/**
 * The one door: the method exists, who is signed in may call it, its input is what it should be; then the handler, and
 * its output is what it should be. Nothing reaches the store another way.
 *
 * @throws CallError, and nothing else.
 */
export async function performCall(runtime: Runtime, caller: Caller, name: string, input: unknown): Promise<unknown> {
  const call = handleCall(runtime, caller, name, input);
  runtime.callsUnderWay.add(call);
  const callerState = runtime.callers.find(caller);
  if (callerState) callerState.underWay += 1;
  try {
    return await call;
  } catch (error) {
    checkBecauseOf(runtime, error);
    const refusal = toCallError(runtime, isMethodName(name) ? name : 'an unknown call', error);
    if (callerState && isMethodName(name)) noteRefusal(runtime, callerState, { name, input }, refusal);
    throw refusal;
  } finally {
    runtime.callsUnderWay.delete(call);
    if (callerState) callerState.underWay -= 1;
    if (!runtime.rekeying) anchorAudit(runtime);
    leaveIfDeserted(runtime);
  }
}

async function handleCall(runtime: Runtime, caller: Caller, name: string, input: unknown): Promise<unknown> {
  if (runtime.closing) throw new CallError('conflict', failure('call.closing'));
  if (!isMethodName(name)) throw new CallError('not-found', failure('call.unknown'));
  if (name !== 'keys.progress') await whileKeysChange(runtime);
  expireConsents(runtime);
  const context = admit(runtime, caller, name);
  const parsed = METHODS[name].input.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new CallError('invalid-input', inputFailure(parsed.error.issues[0]!));
  const handle = HANDLERS[name] as (context: CallContext | SignedInContext, input: unknown) => unknown;
  return METHODS[name].output.parse(await handle(context, parsed.data));
}

/** No call may write to a store that is being copied, nor find it closed. */
async function whileKeysChange(runtime: Runtime): Promise<void> {
  while (runtime.rekeying) await runtime.rekeying.done;
  if (runtime.closing) throw new CallError('conflict', failure('call.closing'));
}

/** The same for hosts, with the failure as a value. Never rejects. */
export async function answerCall(runtime: Runtime, caller: Caller, name: string, input: unknown): Promise<Answer> {
  try {
    return { output: await performCall(runtime, caller, name, input) };
  } catch (error) {
    return { error: callErrorData(toCallError(runtime, name, error)) };
  }
}

/** What a window asks for by itself, though nobody is there. */
const SAYS_NOTHING_OF_USE: ReadonlySet<MethodName> = new Set(['site.status', 'site.uptime', 'keys.progress']);

/** What is said to whoever asks for something else first. */
const FIRST: Readonly<Record<FirstThing, PlainReason>> = {
  'own-password': 'call.start-password',
  'recovery-code': 'call.recovery-code',
};

function admit(runtime: Runtime, caller: Caller, name: MethodName): CallContext | SignedInContext {
  const callerState = runtime.callers.of(caller);
  const user = signedInUser(runtime, callerState);
  if (user && callerState.isLocked && !mayCallWhileLocked(name)) {
    throw new CallError('not-signed-in', failure('call.locked'));
  }
  if (user && runtime.site?.damage && !mayCallInDamagedStore(name)) throw runtime.site.damage;
  const first = user && firstThingOf(runtime, user);
  if (first && !mayCallBefore(first, name)) throw new CallError('forbidden', failure(FIRST[first]));
  const allowed = permission(METHODS[name].access, user?.role ?? null);
  if (allowed.kind === 'sign-in-needed') throw new CallError('not-signed-in', failure('call.not-signed-in'));
  if (allowed.kind === 'role-needed') {
    const { roles, role } = allowed;
    throw new CallError('forbidden', failure('call.role-needed', { roles, role }));
  }
  if (!SAYS_NOTHING_OF_USE.has(name)) callerState.usedAtMs = runtime.uptimeMs();
  const context: CallContext = { runtime, callerState, now: runtime.options.now() };
  return user && runtime.site
    ? ({ ...context, site: runtime.site, db: runtime.site.db, user } satisfies SignedInContext)
    : context;
}
