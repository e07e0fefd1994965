import { alignFace } from '../capture/align-face.ts';
import type { Frame } from '../capture/frame.ts';
import { type Describe, EnrolledChild, type Followed } from '../capture/identity/enrolled-child.ts';
import type { Landmarks } from '../capture/landmarks.ts';
import { measureFace } from '../capture/measure-face.ts';
import { movementsOf } from '../capture/movements/movements.ts';
import { FaceFinder } from '../capture/nets/face-finder.ts';
import type { DetectedFace, FaceNets } from '../capture/nets/face-nets.ts';
import { emptyFrameReason } from '../capture/quality/quality.ts';
import type { Box } from '../emotion/box.ts';
import type { GapReason } from '../emotion/gap.ts';
import type { Sample } from '../emotion/sample.ts';
import type { Classifier } from '../inference/classify.ts';
import { brightnessAround } from './brightness-around.ts';
import type { Enrolment, EnrolmentOutcome, FrameResult, OnlyFace } from './frame-result.ts';
import { HiddenPlaces } from './hidden-places.ts';
import { StandingPicture } from './standing-picture.ts';

/** Faces of at least this score may be followed and read. */
const FACE_SCORE = 0.5;

/**
 * Faces of at least this score are hidden on the screen, unless they are the child's. On the demo clip an adult at the
 * picture's edge scores 0.27 to 0.63, and nothing but a face reaches 0.1.
 */
export const FAINTEST_SCORE = 0.2;

/** The store takes a picture of the face at most this often. */
const CROP_EVERY_MS = 2000;

/**
 * The child's landmarks say where to look in the next frame if that comes within this time: a face moves little in it.
 */
const FOLLOWED_MS = 200;

/**
 * The live flow, from a frame to a reading: faces, the enrolled child's face, its landmarks, its crop, the crop's
 * quality, seven probabilities. It stops at the first step that says no, and says why.
 *
 * Only the enrolled child's face is ever classified; nothing is taken from other faces but the descriptor that shows
 * that they are not the child's. While nobody is enrolled, the only face in view is measured, so that the camera can be
 * placed.
 */
export class FrameReader {
  readonly #nets: FaceNets;
  readonly #finder: FaceFinder;
  readonly #classifier: Classifier | null;
  readonly #enrolOnlyFace: boolean;
  readonly #keepsCrops: boolean;
  #cropKeptAtMs = Number.NEGATIVE_INFINITY;
  readonly #child = new EnrolledChild();
  /** The child's landmarks in the last frame; null when it was not seen there. */
  #followed: { readonly landmarks: Landmarks; readonly atMs: number } | null = null;
  readonly #hidden = new HiddenPlaces();
  readonly #standing = new StandingPicture();
  readonly #isCoded: boolean;
  #asked: { enrolment: Enrolment; onOutcome: (outcome: EnrolmentOutcome) => void } | null = null;

  constructor({ nets, classifier, enrolOnlyFace, keepsCrops = false, isCoded = false }: FrameReaderOptions) {
    this.#keepsCrops = keepsCrops;
    this.#isCoded = isCoded;
    this.#nets = nets;
    this.#finder = new FaceFinder(nets);
    this.#classifier = classifier;
    this.#enrolOnlyFace = enrolOnlyFace;
  }

  /** Points the child out in the next frame that is read. */
  enrol(enrolment: Enrolment, onOutcome: (outcome: EnrolmentOutcome) => void): void {
    this.#asked = { enrolment, onOutcome };
  }

  /** Nobody is enrolled any more. */
  forgetChild(): void {
    this.#child.forget();
  }

  /**
   * Reads one frame.
   *
   * @param frame Kept until another one differs from it: its pixels must stay as they are.
   * @param scale Camera pixels to one pixel of the frame.
   * @param atMs The session's clock when the frame was taken up.
   * @param foundAhead Its faces of at least FAINTEST_SCORE, where a FaceFinder has already looked; otherwise they are
   *   found here.
   */
  async read(frame: Frame, scale: number, atMs: number, foundAhead?: readonly DetectedFace[]): Promise<FrameResult> {
    const found = foundAhead ?? (await this.#finder.find(frame, FAINTEST_SCORE));
    const boxes = found.filter((face) => face.score >= FACE_SCORE).map((face) => face.box);
    const faint = found.filter((face) => face.score < FACE_SCORE).map((face) => face.box);
    const describe: Describe = (face) => this.#describe(frame, boxes[face]!);
    await this.#enrolIfAsked(boxes, scale, atMs, describe);
    const followed = await this.#child.follow(boxes, atMs, describe);
    const faces = boxes.map((box, i) => ({ box: scaled(box, scale), who: followed.who[i]! }));
    const hidden = this.#hide(boxes, faint, followed, atMs).map((box) => scaled(box, scale));
    const nobody = boxes.length === 0 ? reasonForNobody(frame, followed) : followed.reason;
    const unread = this.#standsStill(frame, atMs, nobody) ? 'picture-still' : nobody;
    if (unread) this.#followed = null;
    const read = unread ?? (await this.#readFace(frame, boxes[followed.child!]!, scale, atMs));
    const onlyFace =
      followed.reason === 'not-enrolled' && boxes.length === 1 ? await this.#measure(frame, boxes[0]!) : null;
    const seen = { atMs, faces, isEnrolled: this.#child.isEnrolled, hidden, onlyFace };
    return typeof read === 'string'
      ? { ...seen, crop: null, sample: null, reason: read }
      : { ...seen, crop: this.#cropToKeep(read.crop, atMs), sample: read.sample, reason: null };
  }

  /**
   * Whether the picture is none of now. One without a changed pixel never is, but where the sensor gives nothing but
   * black or white; one that only coding has changed is not where it shows the child's face.
   */
  #standsStill(frame: Frame, atMs: number, nobody: GapReason | null): boolean {
    const standstill = this.#standing.see(frame, atMs);
    if (standstill === 'exact') return nobody !== 'too-dark' && nobody !== 'too-bright';
    return standstill === 'coded' && this.#isCoded && nobody === null;
  }

  /** Everybody but the child is hidden; only while staff must say who the child is are faces left clear. */
  #hide(boxes: readonly Box[], faint: readonly Box[], { who, reason }: Followed, atMs: number): readonly Box[] {
    if (reason === 'not-enrolled') return this.#hidden.update([], boxes, atMs);
    const isShown = (i: number) => who[i] === 'child' || (who[i] === 'unknown' && reason === 'unsure-who');
    const others = boxes.filter((_, i) => !isShown(i));
    return this.#hidden.update(
      [...others, ...faint],
      boxes.filter((_, i) => isShown(i)),
      atMs,
    );
  }

  async #readFace(frame: Frame, box: Box, scale: number, atMs: number): Promise<Read | GapReason> {
    if (!this.#classifier) throw new Error('A model must be loaded before a child is followed.');
    const before = this.#followed && atMs - this.#followed.atMs <= FOLLOWED_MS ? this.#followed.landmarks : undefined;
    const face = await measureFace(this.#nets, frame, box, before);
    this.#followed = face.crop && { landmarks: face.landmarks, atMs };
    if (face.refusal) return face.refusal;
    const { crop, quality } = face;
    const { probabilities, emotion } = await this.#classifier.classify(crop);
    const sample = {
      atMs,
      probabilities,
      emotion,
      box: scaled(box, scale),
      quality: { ...quality, eyeDistancePx: quality.eyeDistancePx * scale },
      movements: movementsOf(face.landmarks),
    };
    return { sample, crop };
  }

  /** A copy, because it leaves the worker; null when none is due. */
  #cropToKeep(crop: Uint8Array, atMs: number): Uint8Array<ArrayBuffer> | null {
    if (!this.#keepsCrops || atMs - this.#cropKeptAtMs < CROP_EVERY_MS) return null;
    this.#cropKeptAtMs = atMs;
    return new Uint8Array(crop);
  }

  /** Whether a face could be read where it is: it is measured, never classified. */
  async #measure(frame: Frame, box: Box): Promise<OnlyFace> {
    const { refusal } = await measureFace(this.#nets, frame, box);
    return { reason: refusal, brightnessAround: brightnessAround(frame, box) };
  }

  async #describe(frame: Frame, box: Box): Promise<Float32Array | null> {
    const landmarks = await this.#nets.landmarks(frame, box);
    return alignFace(landmarks, box).kind === 'aligned' ? this.#nets.describe(frame, landmarks) : null;
  }

  async #enrolIfAsked(boxes: readonly Box[], scale: number, atMs: number, describe: Describe): Promise<void> {
    if (this.#asked) {
      const { enrolment, onOutcome } = this.#asked;
      this.#asked = null;
      const face = pointedOut(enrolment, boxes, scale);
      if (face === null) onOutcome('no-face-there');
      else onOutcome((await this.#child.enrol(boxes, face, atMs, describe)) ? 'enrolled' : 'unclear');
    } else if (this.#enrolOnlyFace && !this.#child.isEnrolled && boxes.length === 1) {
      await this.#child.enrol(boxes, 0, atMs, describe);
    }
  }
}

export interface FrameReaderOptions {
  readonly nets: FaceNets;
  /** Null to place the camera: nobody can be enrolled then. */
  readonly classifier: Classifier | null;
  /** Enrols by itself when nobody is enrolled and exactly one face is in view. */
  readonly enrolOnlyFace: boolean;
  /** Hands out the crop that was read, at most one in two seconds; false when left out. */
  readonly keepsCrops?: boolean;
  /**
   * The frames have been coded as a film, so that one which stands still differs a little from the one before; false when
   * left out, as a camera's are or come as good as uncoded.
   */
  readonly isCoded?: boolean;
}

interface Read {
  readonly sample: Sample;
  readonly crop: Uint8Array;
}

/**
 * Why a frame without a face has no reading. Bad light comes before a child who is not chosen yet, since it must be
 * mended first.
 */
function reasonForNobody(frame: Frame, { reason }: Followed): GapReason | null {
  if (reason !== 'no-face' && reason !== 'not-enrolled') return reason;
  const emptyReason = emptyFrameReason(frame);
  return emptyReason === 'no-face' ? reason : emptyReason;
}

/** Index of the face that staff meant, or null. */
function pointedOut(enrolment: Enrolment, boxes: readonly Box[], scale: number): number | null {
  if (enrolment.by === 'only-face') return boxes.length === 1 ? 0 : null;
  const xPx = enrolment.xPx / scale;
  const yPx = enrolment.yPx / scale;
  const face = boxes.findIndex(
    (box) => xPx >= box.xPx && xPx <= box.xPx + box.widthPx && yPx >= box.yPx && yPx <= box.yPx + box.heightPx,
  );
  return face < 0 ? null : face;
}

function scaled(box: Box, scale: number): Box {
  return {
    xPx: box.xPx * scale,
    yPx: box.yPx * scale,
    widthPx: box.widthPx * scale,
    heightPx: box.heightPx * scale,
  };
}
