import { isMethodName, METHODS, type MethodName } from '../contract/contract.ts';
import { CallError } from '../contract/error.ts';
import type { Answer } from '../contract/wire.ts';
import { permission } from '../core/security/roles.ts';
import type { Visit, Work } from './call-context.ts';
import type { Caller } from './caller.ts';
import { type Desk, leaveIfDeserted, signedInUser } from './desk.ts';
import { HANDLERS } from './handlers.ts';
import { toCallError } from './to-call-error.ts';

/**
 * The one door: the method exists, who is signed in may call it, its input is what it should be; then the handler, and
 * its output is what it should be. Nothing reaches the store another way.
 *
 * @throws CallError, and nothing else.
 */
export async function performCall(desk: Desk, caller: Caller, name: string, input: unknown): Promise<unknown> {
  const call = handleCall(desk, caller, name, input);
  desk.callsUnderWay.add(call);
  try {
    return await call;
  } catch (error) {
    throw toCallError(desk, isMethodName(name) ? name : 'an unknown call', error);
  } finally {
    desk.callsUnderWay.delete(call);
    leaveIfDeserted(desk);
  }
}

async function handleCall(desk: Desk, caller: Caller, name: string, input: unknown): Promise<unknown> {
  if (desk.closing) throw new CallError('conflict', 'The program is closing.');
  if (!isMethodName(name)) throw new CallError('not-found', 'The program has no such call.');
  const context = admit(desk, caller, name);
  const parsed = METHODS[name].input.safeParse(input);
  if (!parsed.success) throw new CallError('invalid-input', sentenceOf(parsed.error.issues[0]!));
  const handle = HANDLERS[name] as (context: Visit | Work, input: unknown) => unknown;
  return METHODS[name].output.parse(await handle(context, parsed.data));
}

/** The same with the failure as a value, for hosts. Never rejects. */
export async function answerCall(desk: Desk, caller: Caller, name: string, input: unknown): Promise<Answer> {
  try {
    return { output: await performCall(desk, caller, name, input) };
  } catch (error) {
    const { code, message, incident } = toCallError(desk, name, error);
    return { error: { code, message, incident } };
  }
}

function admit(desk: Desk, caller: Caller, name: MethodName): Visit | Work {
  const seat = desk.seats.of(caller);
  const user = signedInUser(desk, seat);
  const allowed = permission(METHODS[name].access, user?.role ?? null);
  if (allowed.kind === 'sign-in-needed') throw new CallError('not-signed-in', allowed.message);
  if (allowed.kind === 'role-needed') throw new CallError('forbidden', allowed.message);
  const visit: Visit = { desk, seat, now: desk.options.now() };
  return user && desk.site ? ({ ...visit, site: desk.site, db: desk.site.db, user } satisfies Work) : visit;
}

function sentenceOf(issue: { path: PropertyKey[]; message: string }): string {
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message;
}
