import type { MethodName, Methods, Output, ParsedInput } from '../contract/contract.ts';
import type { WritableDb } from '../core/store/store.node.ts';
import type { User } from '../core/store/users.node.ts';
import type { Desk, OpenSite } from './desk.ts';
import type { Seat } from './seats.ts';

/** What a handler that anyone may call is given. */
export interface Visit {
  readonly desk: Desk;
  readonly seat: Seat;
  readonly now: Date;
}

/** What every other handler is given: somebody is signed in and may do what was asked. */
export interface Work extends Visit {
  readonly site: OpenSite;
  readonly db: WritableDb;
  readonly user: User;
}

type ContextOf<N extends MethodName> = Methods[N]['access'] extends 'anyone' ? Visit : Work;

/** One function a method: plain functions over the store, called when input and permission are known to be good. */
export type Handlers<N extends MethodName> = {
  readonly [K in N]: (context: ContextOf<K>, input: ParsedInput<K>) => Output<K> | Promise<Output<K>>;
};
