import type { MethodName, Methods, Output, ParsedInput } from '../../contract/contract.ts';
import type { User } from '../../core/store/people/users.node.ts';
import type { WritableDb } from '../../core/store/store.node.ts';
import type { CallerState } from './callers.ts';
import type { OpenSite, Runtime } from './runtime.ts';

/** What a handler that anyone may call is given. */
export interface CallContext {
  readonly runtime: Runtime;
  readonly callerState: CallerState;
  readonly now: Date;
}

/** What every other handler is given: somebody is signed in and may do what was asked. */
export interface SignedInContext extends CallContext {
  readonly site: OpenSite;
  readonly db: WritableDb;
  readonly user: User;
}

type ContextOf<N extends MethodName> = Methods[N]['access'] extends 'anyone' ? CallContext : SignedInContext;

/** One function a method: plain functions over the store, called when input and permission are known to be good. */
export type Handlers<N extends MethodName> = {
  readonly [K in N]: (context: ContextOf<K>, input: ParsedInput<K>) => Output<K> | Promise<Output<K>>;
};
