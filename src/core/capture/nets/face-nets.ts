import * as tf from '@tensorflow/tfjs-core';
import { type FaceLandmark68Net, FaceRecognitionNet, NetInput, type TinyFaceDetector } from '#face-api';
import { type Box, intersectionOverUnion } from '../../emotion/box.ts';
import { assertFrame, type Frame } from '../frame.ts';
import { descriptorSquare } from '../identity/descriptor-square.ts';
import { LANDMARK_COUNT, type Landmarks } from '../landmarks.ts';
import { type Square, sampleSquare } from '../sample-square.ts';
import { detectorBox } from './detector-box.ts';
import { createFusedDetector, createFusedLandmarkNet } from './fused-nets.ts';

/**
 * The three face nets of @vladmandic/face-api: where faces are, where their features are, and whose they look like.
 *
 * They run on whatever TensorFlow.js backend the caller has set. Each net reads only its own square of the frame,
 * shrunk on the CPU to what the net takes (224, 112 and 150 pixels), so that no canvas and no full-size tensor is
 * needed and Node, a window and a worker give the same numbers.
 */
export interface FaceNets {
  /**
   * Every face in the frame, the surest first.
   *
   * @param within The square to look at, by default the smallest at the top left that holds the whole frame. A wider
   *   one sets the frame in black, which finds a face that fills its picture.
   * @param leastScore Fainter finds are left out; by default 0.5.
   * @returns Boxes in frame pixels; a box may reach over the frame's edge.
   */
  detect(frame: Frame, within?: Square, leastScore?: number): Promise<DetectedFace[]>;
  /**
   * The 68 landmarks of the face in the box. Plausible or not: {@link ../align-face.ts} judges them.
   *
   * They are found twice: in the box, and again in the box that fits what was found. So it hardly matters who drew the
   * box or how coarse it is, and the same face is cut out alike in training and in a session. Measured on the cohort in
   * a 640 x 480 frame, landmarks from the detector's box and from the manifest's differ by 2.0 to 2.9 % of the eye
   * distance (median) after one look and by 1.0 % after both.
   *
   * @param before The same face's landmarks in the frame just before, when it is followed without a break. Where the
   *   box that fits them still lies on the face, one look in it is the second look already, at half the cost. On
   *   cohort faces that move by 4 pixels a frame the two ways differ by 1.2 % of the eye distance (median).
   */
  landmarks(frame: Frame, box: Box, before?: Landmarks): Promise<Landmarks>;
  /**
   * What the face looks like, for telling one person from another within one session.
   *
   * @returns 128 numbers; Euclidean distance compares two of them.
   */
  describe(frame: Frame, landmarks: Landmarks): Promise<Float32Array>;
  /** Frees the nets' tensors. */
  dispose(): void;
}

export interface DetectedFace {
  readonly box: Box;
  /** The detector's own score, 0 to 1. */
  readonly score: number;
}

// Node and every browser have it, but no environment-free type library says so.
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/**
 * face-api's type file carries its own copy of TensorFlow.js's types, which the compiler takes for other classes. At
 * run time there is one TensorFlow.js and they are the same (see "#face-api" in package.json and the test of it).
 */
type ItsWeightMap = Parameters<TinyFaceDetector['loadFromWeightMap']>[0];
type ItsTensor = ReturnType<FaceLandmark68Net['forwardInput']>;
type ItsInputs = ConstructorParameters<typeof NetInput>[0];

/** Wider inputs find smaller faces in a group but miss a close one, which is what a bedside camera sees. */
const DETECTOR_PX = 224;
const LANDMARKS_PX = 112;
const DESCRIPTOR_PX = 150;
const MIN_SCORE = 0.5;

/** Two boxes that overlap this much (intersection over union) frame one face that has hardly moved. */
const HARDLY_MOVED = 0.6;

/**
 * Reads the nets' weights. The backend must be set and ready.
 *
 * @param readWeights Gives the bytes of one file of @vladmandic/face-api/model by its name.
 * @returns Nets that the caller disposes.
 */
export async function loadFaceNets(readWeights: (fileName: string) => Promise<Uint8Array>): Promise<FaceNets> {
  const detector = createFusedDetector();
  const landmarkNet = createFusedLandmarkNet();
  const descriptorNet = new FaceRecognitionNet();
  detector.loadFromWeightMap(await readWeightMap('tiny_face_detector_model', readWeights));
  landmarkNet.loadFromWeightMap(await readWeightMap('face_landmark_68_model', readWeights));
  descriptorNet.loadFromWeightMap(await readWeightMap('face_recognition_model', readWeights));

  const findIn = async (frame: Frame, box: Box): Promise<Landmarks> => {
    const square = squareAround(box);
    const flat = await run(frame, square, LANDMARKS_PX, (input) => landmarkNet.runNet(netInput(input)));
    return Array.from({ length: LANDMARK_COUNT }, (_, index) => ({
      xPx: square.xPx + flat[2 * index]! * square.sidePx,
      yPx: square.yPx + flat[2 * index + 1]! * square.sidePx,
    }));
  };

  return {
    async detect(
      frame,
      within = { xPx: 0, yPx: 0, sidePx: Math.max(frame.widthPx, frame.heightPx) },
      leastScore = MIN_SCORE,
    ) {
      assertFrame(frame);
      const { xPx, yPx, sidePx } = within;
      const input = inputTensor(frame, within, DETECTOR_PX);
      try {
        const found = await detector.locateFaces(netInput(input), {
          inputSize: DETECTOR_PX,
          scoreThreshold: leastScore,
        });
        return found
          .map(({ score, relativeBox: { x, y, width, height } }) => ({
            score,
            box: {
              xPx: xPx + x * sidePx,
              yPx: yPx + y * sidePx,
              widthPx: width * sidePx,
              heightPx: height * sidePx,
            },
          }))
          .sort((a, b) => b.score - a.score);
      } finally {
        input.dispose();
      }
    },

    async landmarks(frame, box, before) {
      assertFrame(frame);
      const fitted = before && detectorBox(before);
      if (fitted && intersectionOverUnion(fitted, box) >= HARDLY_MOVED) return findIn(frame, fitted);
      return findIn(frame, detectorBox(await findIn(frame, box)));
    },

    async describe(frame, landmarks) {
      assertFrame(frame);
      return run(frame, descriptorSquare(landmarks), DESCRIPTOR_PX, (input) =>
        descriptorNet.forwardInput(netInput(input)),
      );
    },

    dispose() {
      for (const net of [detector, landmarkNet, descriptorNet]) net.dispose();
    },
  };
}

/** Runs one net over one square of the frame and reads its output, leaving no tensor behind. */
async function run(
  frame: Frame,
  square: Square,
  inputPx: number,
  forward: (input: tf.Tensor3D) => ItsTensor,
): Promise<Float32Array> {
  const output = tf.tidy(() => forward(inputTensor(frame, square, inputPx)) as unknown as tf.Tensor);
  try {
    return (await output.data()) as Float32Array;
  } finally {
    output.dispose();
  }
}

/** Shape [inputPx, inputPx, 3], 0 to 255. Caller disposes. */
function inputTensor(frame: Frame, square: Square, inputPx: number): tf.Tensor3D {
  return tf.tensor3d(sampleSquare(frame, square, inputPx), [inputPx, inputPx, 3]);
}

/** What face-api's nets take, without its detour over canvases. */
function netInput(image: tf.Tensor3D): NetInput {
  return new NetInput([image] as unknown as ItsInputs);
}

function squareAround({ xPx, yPx, widthPx, heightPx }: Box): Square {
  const sidePx = Math.max(widthPx, heightPx);
  return { xPx: xPx + (widthPx - sidePx) / 2, yPx: yPx + (heightPx - sidePx) / 2, sidePx };
}

async function readWeightMap(
  name: string,
  readWeights: (fileName: string) => Promise<Uint8Array>,
): Promise<ItsWeightMap> {
  const manifest = JSON.parse(new TextDecoder().decode(await readWeights(`${name}-weights_manifest.json`))) as {
    paths: string[];
    weights: tf.io.WeightsManifestEntry[];
  }[];
  const map: tf.NamedTensorMap = {};
  for (const { paths, weights } of manifest) {
    if (paths.length !== 1) throw new RangeError(`${name}: one file of weights was expected; found ${paths.length}`);
    const bytes = await readWeights(paths[0]!);
    Object.assign(map, tf.io.decodeWeights(bytes.slice().buffer, weights));
  }
  return map as unknown as ItsWeightMap;
}
