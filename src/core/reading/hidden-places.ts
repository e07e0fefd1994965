import { type Box, intersectionOverUnion } from '../emotion/box.ts';

/** A face that is missed in a frame or two stays hidden where it was. */
const LINGER_MS = 1000;

/** From this overlap on two boxes mean the same face. */
const SAME_PLACE = 0.2;

/** The places of a picture where faces are hidden from whoever looks at the screen. */
export class HiddenPlaces {
  #places: readonly { readonly box: Box; readonly atMs: number }[] = [];

  /**
   * @param toHide Faces found in this frame that are not to be shown, however faintly they were found.
   * @param shown Faces found in this frame that are shown: what was hidden there before is no longer hidden.
   * @returns Where to hide something in this frame.
   */
  update(toHide: readonly Box[], shown: readonly Box[], atMs: number): readonly Box[] {
    const found = [...toHide, ...shown];
    const lingering = this.#places.filter(
      (place) =>
        atMs - place.atMs < LINGER_MS && !found.some((box) => intersectionOverUnion(box, place.box) >= SAME_PLACE),
    );
    this.#places = [...toHide.map((box) => ({ box, atMs })), ...lingering];
    return this.#places.map((place) => place.box);
  }
}
