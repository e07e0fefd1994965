import type { Box } from '../../emotion/box.ts';
import type { GapReason } from '../../emotion/gap.ts';
import { areNear, type Continuation, continueTracks, type FaceTrack, LONGEST_JUMP_MS } from './face-track.ts';
import { type Descriptor, Identity, likeness, likenessOfStranger } from './identity.ts';

/**
 * Follows the enrolled child's face, and nobody else's.
 *
 * Staff point the child out once. From then on position carries the identity from frame to frame, and the face
 * descriptor proves it again whenever position could be wrong: after an absence or a jump, while another face is near
 * and for a while after, and every few seconds in any case. Until it is proved there is no child in the frame: in doubt
 * no reading rather than a wrong one.
 *
 * Where position does not vouch for a face, one look is not enough: another child can come as near as the child itself
 * in a grimace (docs/quality.md). Such a face becomes the child's only when several looks agree; in between staff are
 * asked, and their tap settles it at once.
 *
 * A slow machine gives a frame now and then, and between two of them position proves little. While one face is alone in
 * view, time without frames is bridged by position and a look at that face in the very frame: a look that says nothing is
 * borne for as long as a proof holds, one that says no ends it.
 *
 * A descriptor costs some 20 to 50 ms, so at most one is taken a frame, and a face just judged is not judged again at
 * once.
 */

/** A proof by descriptor holds this long while nobody else is near. */
const PROOF_HOLDS_MS = 3000;

/** And this long while another face is near. */
const PROOF_HOLDS_NEAR_MS = 400;

/**
 * How long proof is asked for more often after another face was near: it may be hidden behind the child, or hide it.
 */
const ALERT_MS = 1500;

/** A face judged to be somebody else's is judged again after this time, in case it was the child's at an odd angle. */
const OTHER_AGAIN_MS = 1000;

/** A face in doubt is judged again after this time: turning the head is enough to settle it. */
const UNKNOWN_AGAIN_MS = 250;

/** After the tap the child's looks are learnt at this interval, while nobody else is in view. */
const LEARN_EVERY_MS = 400;

/** Time between two frames, both of which show the one face in view, that a look bridges: one frame a second. */
const LONGEST_UNSEEN_MS = 1100;

/** The same when the face was not found in a frame in between: less, for somebody may have gone and come. */
const LONGEST_MISSED_MS = 700;

/** How many looks at a face that position does not vouch for are judged together. */
const LOOKS_KEPT = 8;

/**
 * Narrower faces, in frame pixels, show too little to be told apart: the detector draws small ones wide, so that their
 * eyes are some 11 pixels apart.
 */
const NARROWEST_FACE_PX = 44;

/** Two faces that both look like the child are told apart when one is nearer by this distance. */
const CLEARLY_NEARER = 0.1;

/** What a face in the frame is to the session. `unknown`: not judged yet, or in doubt. */
export type Who = 'child' | 'other' | 'unknown';

/**
 * What the frame holds: who each face is, in the order of the faces handed in, and the index of the child's face, or
 * the reason why there is none.
 */
export type Followed = { readonly who: readonly Who[] } & (
  | { readonly child: number; readonly reason: null }
  | { readonly child: null; readonly reason: GapReason }
);

/** Takes the descriptor of the face with that index; null when it has no plausible landmarks. */
export type Describe = (face: number) => Promise<Descriptor | null>;

interface JudgedFace extends FaceTrack {
  readonly who: Who;
  readonly judgedAtMs: number;
  /** When a tap or a look last said that it is the child's. */
  readonly provenAtMs: number;
  /** To the child's nearest reference, when last judged. */
  readonly distance: number;
  /** The same for the last looks, the newest last, while position does not vouch for the face. */
  readonly distances: readonly number[];
}

const WHO = { same: 'child', other: 'other', unsure: 'unknown' } as const;

const NEVER_JUDGED = {
  who: 'unknown',
  judgedAtMs: Number.NEGATIVE_INFINITY,
  provenAtMs: Number.NEGATIVE_INFINITY,
  distance: Number.POSITIVE_INFINITY,
  distances: [],
} as const;

export class EnrolledChild {
  #identity: Identity | null = null;
  #tracks: readonly JudgedFace[] = [];
  #alertUntilMs = Number.NEGATIVE_INFINITY;
  #learntAtMs = Number.NEGATIVE_INFINITY;
  /** When the last frame was, and the one before it. */
  #framesAtMs: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  /** True from the tap until the child is lost or joined: while it holds, the face is the one that was tapped. */
  #unbrokenSinceTap = false;
  /** Two faces look like the child: only staff can say which it is. */
  #isConfused = false;

  get isEnrolled(): boolean {
    return this.#identity !== null;
  }

  /**
   * Takes a face as the child's because staff say so; what was known before is forgotten.
   *
   * @param face Index of the face that was pointed out.
   * @returns False when the face could not be described: nothing has changed then, staff should try again.
   * @throws RangeError if there is no such face.
   */
  async enrol(faces: readonly Box[], face: number, atMs: number, describe: Describe): Promise<boolean> {
    const box = faces[face];
    if (!box) throw new RangeError(`a face of the frame, 0 to ${faces.length - 1}, was expected; found ${face}`);
    const descriptor = await describe(face);
    if (!descriptor) return false;
    this.#identity = new Identity(descriptor);
    this.#tracks = [{ box, atMs, who: 'child', judgedAtMs: atMs, provenAtMs: atMs, distance: 0, distances: [] }];
    this.#framesAtMs = [atMs, this.#framesAtMs[0]];
    this.#learntAtMs = atMs;
    this.#unbrokenSinceTap = true;
    this.#isConfused = false;
    return true;
  }

  /** Nobody is enrolled any more, and nothing is remembered of who was. */
  forget(): void {
    this.#identity = null;
    this.#tracks = [];
    this.#isConfused = false;
  }

  /**
   * Says which of the faces is the child.
   *
   * @param faces Every face found in the frame.
   * @param atMs The frame's time; never earlier than the frame before.
   */
  async follow(faces: readonly Box[], atMs: number, describe: Describe): Promise<Followed> {
    const identity = this.#identity;
    if (!identity) return { who: faces.map(() => 'unknown'), child: null, reason: 'not-enrolled' };

    const continuations = continueTracks(this.#tracks, faces, atMs, this.#longestJumpMs(faces));
    const tracks = carryOn(this.#tracks, continuations, faces, atMs);
    this.#watchOthers(tracks, atMs);
    const isBridged = continuations[0] === 0 && atMs - this.#tracks[0]!.atMs > LONGEST_JUMP_MS;
    this.#framesAtMs = [atMs, this.#framesAtMs[0]];
    const due = this.#mostUrgent(tracks, atMs);
    if (isBridged) tracks[0] = await this.#bridge(identity, tracks[0]!, atMs, describe);
    else if (due !== null) tracks[due] = await this.#judge(identity, tracks[due]!, await describe(due), atMs);
    else if (this.#canLearn(identity, atMs)) await this.#learnLooks(identity, tracks, atMs, describe);

    this.#tracks = [...tracks, ...this.#tracks.filter((_, i) => continuations[i] === 'missing')];
    return this.#decide(tracks);
  }

  /** Only one face that was and is alone in view is followed over time without frames. */
  #longestJumpMs(faces: readonly Box[]): number {
    const [track] = this.#tracks;
    if (!track || this.#tracks.length > 1 || faces.length > 1) return LONGEST_JUMP_MS;
    const [last, beforeLast] = this.#framesAtMs;
    if (track.atMs === last) return LONGEST_UNSEEN_MS;
    return track.atMs === beforeLast ? LONGEST_MISSED_MS : LONGEST_JUMP_MS;
  }

  /** Looks at the one face in view, for which position vouches only in part. */
  async #bridge(identity: Identity, track: JudgedFace, atMs: number, describe: Describe): Promise<JudgedFace> {
    if (isTooFar(track)) return { ...track, who: 'unknown' };
    const descriptor = await describe(0);
    const isDoubtBorne = atMs - track.provenAtMs <= PROOF_HOLDS_MS;
    const judged = await this.#judge(identity, track, descriptor, atMs);
    if (judged.who !== 'child') return judged;
    if (judged.provenAtMs < atMs) return isDoubtBorne ? judged : { ...judged, who: 'unknown' };
    if (descriptor && this.#canLearn(identity, atMs)) {
      this.#learntAtMs = atMs;
      identity.learn(descriptor);
    }
    return judged;
  }

  #watchOthers(tracks: readonly JudgedFace[], atMs: number): void {
    const child = tracks.find((track) => track.who === 'child');
    const others = tracks.filter((track) => track !== child);
    if (others.length > 0) this.#unbrokenSinceTap = false;
    if (child && others.some((other) => areNear(other.box, child.box))) this.#alertUntilMs = atMs + ALERT_MS;
  }

  /**
   * Index of the face to judge in this frame: the child before all, then whoever has waited longest; null for nobody.
   */
  #mostUrgent(tracks: readonly JudgedFace[], atMs: number): number | null {
    const childIsKnown = tracks.some((track) => track.who === 'child');
    const holdsMs = {
      child: atMs < this.#alertUntilMs ? PROOF_HOLDS_NEAR_MS : PROOF_HOLDS_MS,
      // While the child is known, nobody else's face is looked into a second time.
      other: childIsKnown ? Number.POSITIVE_INFINITY : OTHER_AGAIN_MS,
      unknown: UNKNOWN_AGAIN_MS,
    };
    const due = tracks
      .map((track, face) => ({ face, isChild: track.who === 'child', judgedAtMs: track.judgedAtMs, who: track.who }))
      .filter(({ face, who, judgedAtMs }) => !isTooFar(tracks[face]!) && atMs - judgedAtMs >= holdsMs[who])
      .sort((a, b) => Number(b.isChild) - Number(a.isChild) || a.judgedAtMs - b.judgedAtMs);
    return due[0]?.face ?? null;
  }

  async #judge(
    identity: Identity,
    track: JudgedFace,
    descriptor: Descriptor | null,
    atMs: number,
  ): Promise<JudgedFace> {
    const distance = descriptor ? identity.distance(descriptor) : Number.NaN;
    if (track.who === 'child') {
      let who: Who = WHO[descriptor ? likeness(distance) : 'unsure'];
      const provenAtMs = who === 'child' ? atMs : track.provenAtMs;
      // A grimace or a turned head can leave the descriptor undecided; position then still holds, unless others are
      // near.
      if (who === 'unknown' && atMs >= this.#alertUntilMs) who = 'child';
      return { ...track, who, judgedAtMs: atMs, provenAtMs, distance, distances: [] };
    }
    const distances = descriptor ? [...track.distances, distance].slice(-LOOKS_KEPT) : track.distances;
    const who = WHO[descriptor ? likenessOfStranger(distances) : 'unsure'];
    const provenAtMs = who === 'child' ? atMs : track.provenAtMs;
    return { ...track, who, judgedAtMs: atMs, provenAtMs, distance, distances };
  }

  #canLearn(identity: Identity, atMs: number): boolean {
    return this.#unbrokenSinceTap && !identity.isComplete && atMs - this.#learntAtMs >= LEARN_EVERY_MS;
  }

  /** In the first seconds after the tap the one face in view is the child by position alone: its looks are learnt. */
  async #learnLooks(identity: Identity, tracks: JudgedFace[], atMs: number, describe: Describe): Promise<void> {
    const [child] = tracks;
    if (child?.who !== 'child') return;
    this.#learntAtMs = atMs;
    const descriptor = await describe(0);
    if (!descriptor) return;
    tracks[0] = await this.#judge(identity, child, descriptor, atMs);
    identity.learn(descriptor);
  }

  #decide(tracks: readonly JudgedFace[]): Followed {
    const alike = tracks.filter((track) => track.who === 'child').sort((a, b) => a.distance - b.distance);
    const [nearest, second] = alike;
    if (nearest && second && second.distance - nearest.distance < CLEARLY_NEARER) this.#isConfused = true;
    if (this.#isConfused) return { who: tracks.map(() => 'unknown'), child: null, reason: 'unsure-who' };

    const child = nearest ? tracks.indexOf(nearest) : null;
    const who = tracks.map((track, i) => (track.who === 'child' && i !== child ? 'other' : track.who));
    if (child !== null) return { who, child, reason: null };
    const unknown = tracks.filter((track) => track.who === 'unknown');
    if (unknown.length === 0) return { who, child, reason: 'no-face' };
    return { who, child, reason: unknown.every(isTooFar) ? 'too-far' : 'unsure-who' };
  }
}

function isTooFar({ box }: FaceTrack): boolean {
  return box.widthPx < NARROWEST_FACE_PX;
}

/** A track for each face: the one that goes on in it, or a new one that nobody has judged. */
function carryOn(
  before: readonly JudgedFace[],
  continuations: readonly Continuation[],
  faces: readonly Box[],
  atMs: number,
): JudgedFace[] {
  return faces.map((box, face) => ({ ...(before[continuations.indexOf(face)] ?? NEVER_JUDGED), box, atMs }));
}
