import { Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { EmotionPictogram } from '../../../ui/emotion-pictogram.tsx';
import { emotionInk } from '../../../ui/emotion-style.ts';
import type { Shown, Word } from '../readout/held-word.ts';
import { FigureInWords } from './figure-in-words.tsx';
import { HATCH } from './hatch.ts';
import { CAPTION_SIZE, FIGURE_SIZE, GAP_SIZE, WORD_SIZE } from './read-from-afar.ts';
import { type LiveWords, useLiveWords } from './use-live-words.ts';

/** Of a word and its confidence, so that what is below stays where it is. */
const MIN_HEIGHT = `calc(1.12 * ${WORD_SIZE} + 1.15 * ${FIGURE_SIZE})`;

/** A screen reader is told of a new word at most this often. */
const ANNOUNCE_EVERY_MS = 5000;

/** The one word, with its pictogram, and how sure the model is of it; both can be read from three metres. */
export function BigWord({
  displayed: { word, confidence },
}: {
  readonly displayed: Pick<Shown, 'word' | 'confidence'>;
}) {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const isGap = word.kind === 'gap';
  const colour = isGap ? 'light-dark(#495057, #ced4da)' : emotionInk(word.kind === 'emotion' ? word.emotion : null);
  const text = textOf(word, words);
  return (
    <Stack gap={0} align="center" justify="center" mih={MIN_HEIGHT}>
      <Group gap="0.2em" wrap="nowrap" justify="center" c={colour} fz={isGap ? GAP_SIZE : WORD_SIZE}>
        <EmotionPictogram of={isGap ? 'none' : word.kind === 'emotion' ? word.emotion : null} size="0.95em" />
        <Text inherit fw={800} lh={1.12} ta="center" data-testid="live-word">
          {text}
        </Text>
      </Group>
      {word.kind === 'not-sure' && word.mightBe ? (
        <MightBe>
          {t(($) => $.reading.mightBe, {
            emotion: words.emotion(word.mightBe).toLocaleLowerCase(),
            share: words.share(confidence),
          })}
        </MightBe>
      ) : (
        <Text fz={FIGURE_SIZE} fw={700} lh={1.15} mih="1.15em" c="dimmed" data-testid="live-confidence">
          {isGap && t(($) => $.reading.none)}
          {word.kind === 'emotion' && t(($) => $.reading.confidence, { share: words.share(confidence) })}
          {word.kind === 'not-sure' && (
            <Text inherit span fw={600} fz={`calc(1.15 * ${CAPTION_SIZE})`}>
              <Trans
                t={t}
                i18nKey={($) => $.reading.atMost}
                values={{ share: words.share(confidence) }}
                components={[<FigureInWords key="figure" size={FIGURE_SIZE} />]}
              />
            </Text>
          )}
        </Text>
      )}
      <Announcer text={text} />
    </Stack>
  );
}

/** An emotion that may not be the large word: small, on a hatched background. */
function MightBe({ children }: { readonly children: string }) {
  return (
    <Text
      fz={`calc(1.15 * ${CAPTION_SIZE})`}
      fw={600}
      lh={1.4}
      px="xs"
      ta="center"
      data-testid="live-might-be"
      style={{
        border: '1px dashed #6f7780',
        borderRadius: 8,
        color: '#1d242a',
        backgroundColor: '#e9ecef',
        backgroundImage: HATCH,
      }}
    >
      {children}
    </Text>
  );
}

function textOf(word: Word, words: LiveWords): string {
  if (word.kind === 'gap') return words.gap(word.reason);
  return words.emotion(word.kind === 'emotion' ? word.emotion : null);
}

function Announcer({ text }: { readonly text: string }) {
  const [announced, setAnnounced] = useState('');
  const newest = useRef(text);
  newest.current = text;
  useEffect(() => {
    const timer = setInterval(() => setAnnounced(newest.current), ANNOUNCE_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <VisuallyHidden aria-live="polite" role="status">
      {announced}
    </VisuallyHidden>
  );
}
