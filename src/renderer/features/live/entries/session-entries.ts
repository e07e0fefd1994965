import type { Input } from '../../../../contract/contract.ts';
import { CallError } from '../../../../contract/error.ts';
import type { Marker, MarkerButton } from '../../../../core/emotion/marker.ts';
import type { Observation } from '../../../../core/emotion/observation.ts';
import type { Failure } from '../../../../core/words/failure.ts';
import type { Client } from '../../../client/create-client.ts';
import { Published } from '../shared/published.ts';
import { EntryQueue, type WaitingCall } from './entry-queue.ts';

/** A marker of the running session. */
export interface LiveMarker extends Marker {
  readonly id: string;
  /** An interval that has not been ended yet. */
  readonly isRunning: boolean;
}

export interface LiveObservation {
  readonly id: string;
  readonly atMs: number;
  readonly observation: Observation;
}

export type LiveEntry = LiveMarker | LiveObservation;

/** What the last key or tap did, to be read back to whoever pressed it. */
export type EntryOutcome =
  | { readonly kind: 'marked' | 'began' | 'ended' | 'undone'; readonly entry: LiveEntry; readonly atMs: number }
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'refused'; readonly why: Failure };

export interface EntriesState {
  /** In the order in which they were set. */
  readonly markers: readonly LiveMarker[];
  readonly observations: readonly LiveObservation[];
  readonly outcome: EntryOutcome | null;
}

export interface EnteredBefore {
  readonly markers: readonly (Marker & { readonly id: string })[];
  readonly observations: readonly LiveObservation[];
  /** The site's, which say what is an interval. */
  readonly buttons: readonly MarkerButton[];
}

export interface SessionEntriesOptions {
  readonly sessionId: string;
  readonly call: Client['call'];
  /** What the store holds already, of a session that is gone on with: it can be ended, but not undone by a key. */
  readonly entered?: EnteredBefore | undefined;
}

/**
 * What staff mark and observe in a running session. Every entry is on the screen at once and reaches the store by
 * itself, in order, however slow the store is; its own id keeps it from being stored twice. Times are those of the
 * session's clock.
 */
export class SessionEntries {
  readonly state = new Published<EntriesState>({ markers: [], observations: [], outcome: null }, 0);
  readonly #sessionId: string;
  readonly #call: Client['call'];
  readonly #queue = new EntryQueue();
  /** Ids in the order of their last press. */
  #pressed: string[] = [];

  constructor({ sessionId, call, entered }: SessionEntriesOptions) {
    if (entered) this.state.change(knownEntries(entered));
    this.#sessionId = sessionId;
    this.#call = call;
  }

  /** How many steps the store has yet to take. */
  get waiting(): number {
    return this.#queue.waiting;
  }

  /** The interval that a press of this button would end; null when it would begin one or set a point. */
  running(button: MarkerButton): LiveMarker | null {
    return runningMarker(this.state.current.markers, button);
  }

  /**
   * Sets a point, begins an interval, or ends the one that this button began.
   *
   * @param text What staff wrote; a custom marker's text is its name.
   */
  press(button: MarkerButton, atMs: number, text = ''): void {
    const running = this.running(button);
    if (running) {
      this.#end(running, atMs);
      return;
    }
    const marker: LiveMarker = {
      id: crypto.randomUUID(),
      atMs,
      toMs: null,
      kind: button.kind,
      text: button.kind === 'custom' ? button.name : text,
      isRunning: button.isInterval,
    };
    const { isRunning, ...stored } = marker;
    this.#change({ markers: [...this.state.current.markers, marker] }, isRunning ? 'began' : 'marked', marker, atMs);
    this.#tell('sessions.mark', { sessionId: this.#sessionId, ...stored });
  }

  observe(observation: Observation, atMs: number): void {
    const entry: LiveObservation = { id: crypto.randomUUID(), atMs, observation };
    this.#change({ observations: [...this.state.current.observations, entry] }, 'marked', entry, atMs);
    this.#tell('sessions.observe', { sessionId: this.#sessionId, ...entry });
  }

  /** Takes back the last marker or observation; an interval as a whole. */
  undo(): void {
    const { markers, observations } = this.state.current;
    const id = this.#pressed.pop();
    const marker = markers.find((each) => each.id === id);
    const observation = observations.find((each) => each.id === id);
    const entry = marker ?? observation;
    if (!entry) {
      this.state.change({ outcome: { kind: 'nothing-to-undo' } });
      return;
    }
    this.state.change({
      markers: markers.filter((each) => each !== marker),
      observations: observations.filter((each) => each !== observation),
      outcome: { kind: 'undone', entry, atMs: entry.atMs },
    });
    const sessionId = this.#sessionId;
    if (marker) this.#tell('sessions.unmark', { sessionId, markerId: marker.id }, unlessGone);
    else this.#tell('sessions.unobserve', { sessionId, observationId: entry.id }, unlessGone);
  }

  /** What the store has yet to take, as calls; they go on waiting. */
  copy(): WaitingCall[] {
    return this.#queue.copy();
  }

  /** Sends what is due. To be called several times a second; it never waits. */
  pump(atMs: number): void {
    this.#queue.pump(atMs);
  }

  /**
   * Ends the intervals that are running and stores what is still waiting.
   *
   * @returns False when the store did not take everything, which then still waits: call again.
   */
  close(durationMs: number): Promise<boolean> {
    for (const marker of this.state.current.markers) if (marker.isRunning) this.#end(marker, durationMs);
    return this.#queue.flush(durationMs);
  }

  #end(marker: LiveMarker, toMs: number): void {
    const ended: LiveMarker = { ...marker, toMs: Math.max(toMs, marker.atMs), isRunning: false };
    const markers = this.state.current.markers.map((each) => (each === marker ? ended : each));
    this.#change({ markers }, 'ended', ended, toMs);
    const { id: markerId } = ended;
    this.#tell('sessions.endMarker', { sessionId: this.#sessionId, markerId, toMs: Math.max(toMs, marker.atMs) });
  }

  #change(part: Partial<EntriesState>, kind: 'marked' | 'began' | 'ended', entry: LiveEntry, atMs: number): void {
    this.#pressed = [...this.#pressed.filter((id) => id !== entry.id), entry.id];
    this.state.change({ ...part, outcome: { kind, entry, atMs } });
  }

  /** @param hear What becomes of the answer. */
  #tell<N extends WaitingCall['name']>(
    name: N,
    input: Input<N>,
    hear: (answer: Promise<unknown>) => Promise<unknown> = (answer) => answer,
  ): void {
    this.#queue.add({
      call: { name, input },
      send: () => hear(this.#call(name, input)),
      onRefused: (why) => this.state.change({ outcome: { kind: 'refused', why } }),
    });
  }
}

/** The interval that this button began and has not ended yet. */
export function runningMarker(markers: readonly LiveMarker[], { kind, name }: MarkerButton): LiveMarker | null {
  return (
    markers.find((each) => each.isRunning && each.kind === kind && (kind !== 'custom' || each.text === name)) ?? null
  );
}

function knownEntries({
  markers,
  observations,
  buttons,
}: EnteredBefore): Pick<EntriesState, 'markers' | 'observations'> {
  return { markers: markers.map((marker) => ({ ...marker, isRunning: runsAlready(marker, buttons) })), observations };
}

/** True for a stored marker whose button begins and ends it, and which nobody has ended. */
function runsAlready({ toMs, kind, text }: Marker, buttons: readonly MarkerButton[]): boolean {
  const button = buttons.find((each) => each.kind === kind && (kind !== 'custom' || each.name === text));
  return toMs === null && (button?.isInterval ?? false);
}

/** What is no longer there was taken back before, by a call whose answer was lost. */
async function unlessGone(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof CallError && error.code === 'not-found')) throw error;
  }
}
