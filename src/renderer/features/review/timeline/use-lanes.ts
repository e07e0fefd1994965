import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionWindow } from '../../../../contract/review/review.ts';
import type { Timeline } from '../../../../contract/sessions.ts';
import { EMOTIONS, isEmotion } from '../../../../core/emotion/emotion.ts';
import type { Marker } from '../../../../core/emotion/marker.ts';
import { emotionStyle } from '../../../ui/emotion-style.ts';
import type { Lane, LaneItem } from '../../../ui/timeline/lane.ts';
import { namedStretches } from '../../../ui/timeline/window-rows.ts';
import { useEmotionGlyph } from '../../../ui/use-emotion-glyph.ts';
import { useLabelWords } from '../annotations/use-label-words.ts';
import { useObservationWords } from '../observations/use-observation-words.ts';

const MARKER_COLOUR = '#1d242a';
const OBSERVATION_COLOUR = '#00695c';
/** By what is said of distress: dark, pale, and for doubt an outline. */
const DISTRESS_LOOK = {
  likely: { colour: '#7a2b16', look: 'filled' },
  'not-seen': { colour: '#d5dde2', look: 'filled' },
  'not-sure': { colour: '#7a6a3a', look: 'outlined' },
} as const;
/** For a label that is none of the seven emotions. */
const LABEL_COLOUR = '#5a3d2b';

/** A marker's word; one of the site's own has the name it was given. */
export function useMarkerWords(): (marker: Pick<Marker, 'kind' | 'text'>) => string {
  const { t } = useTranslation('common');
  return ({ kind, text }) => (kind === 'custom' && text !== '' ? text : t(($) => $.marker[kind]));
}

/** The lanes of a session: the machine's readings above, people's entries below, one lane per rater. */
export function useLanes(timeline: Timeline, window: SessionWindow | undefined): readonly Lane[] {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const glyph = useEmotionGlyph();
  const labelWords = useLabelWords();
  const observationWords = useObservationWords();
  const markerWords = useMarkerWords();
  const { distress, gaps, markers, observations, annotations } = timeline;

  const emotions = useMemo<LaneItem[]>(
    () =>
      (window ? namedStretches(window) : []).map(({ fromMs, toMs, named }) => {
        const emotion = EMOTIONS[named] ?? null;
        const { colour } = emotionStyle(emotion);
        const text = emotion === null ? common(($) => $.notSure) : common(($) => $.emotion[emotion]);
        return { fromMs, toMs, text, short: glyph(emotion), colour, look: emotion === null ? 'outlined' : 'filled' };
      }),
    [window, common, glyph],
  );
  // The word functions change only with the language, and `t` changes with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo<Lane[]>(() => {
    const raters = [...new Map(annotations.map(({ byId, by }) => [byId, by]))];
    return [
      { kind: 'items', name: t(($) => $.timeline.lane.emotion), items: emotions },
      ...(distress
        ? [
            {
              kind: 'items' as const,
              name: t(($) => $.timeline.lane.distress),
              items: distress.map(({ state, fromMs, toMs }) => ({
                fromMs,
                toMs,
                text: common(($) => $.distress[state]),
                short: state === 'likely' ? '!' : '',
                ...DISTRESS_LOOK[state],
              })),
            },
          ]
        : []),
      { kind: 'valence', name: t(($) => $.timeline.lane.valence) },
      { kind: 'confidence', name: t(($) => $.timeline.lane.confidence) },
      {
        kind: 'items',
        name: t(($) => $.timeline.lane.gaps),
        items: gaps.map(({ fromMs, toMs, reason }) => ({
          fromMs,
          toMs,
          text: common(($) => $.gap[reason]),
          colour: MARKER_COLOUR,
          look: 'hatched',
        })),
      },
      {
        kind: 'items',
        name: t(($) => $.timeline.lane.markers),
        items: markers
          .toSorted((a, b) => a.atMs - b.atMs)
          .map((marker) => ({
            fromMs: marker.atMs,
            toMs: marker.toMs,
            text: markerWords(marker),
            colour: MARKER_COLOUR,
            look: 'outlined',
          })),
      },
      {
        kind: 'items',
        name: t(($) => $.timeline.lane.observations),
        items: observations
          .toSorted((a, b) => a.atMs - b.atMs)
          .map(({ atMs, observation }) => ({
            fromMs: atMs,
            toMs: null,
            text: `${common(($) => $.observation[observation.kind])} ${observationWords(observation)}`.trim(),
            short: common(($) => $.observation[observation.kind]),
            colour: OBSERVATION_COLOUR,
            look: 'filled',
          })),
      },
      ...raters.map(
        ([id, rater]): Lane => ({
          kind: 'items',
          name: t(($) => $.timeline.lane.saidBy, { rater }),
          items: annotations
            .filter(({ byId }) => byId === id)
            .toSorted((a, b) => a.fromMs - b.fromMs)
            .map(({ fromMs, toMs, label }) => ({
              fromMs,
              toMs,
              text: labelWords(label),
              ...(isEmotion(label) ? { short: glyph(label) } : {}),
              colour: isEmotion(label) ? emotionStyle(label).colour : LABEL_COLOUR,
              look: 'filled',
            })),
        }),
      ),
    ];
  }, [emotions, distress, gaps, markers, observations, annotations, t, common]);
}
