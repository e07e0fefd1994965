import { Stack, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emotionStyle } from '../../../ui/emotion-style.ts';
import type { Shown, Word } from '../readout/held-word.ts';
import { HATCH } from './hatch.ts';
import { type LiveWords, useLiveWords } from './use-live-words.ts';

/** A screen reader is told of a new word at most this often. */
const ANNOUNCE_EVERY_MS = 5000;

/** The one word that can be read from three metres, and how sure the model is of it. */
export function BigWord({
  displayed: { word, confidence },
}: {
  readonly displayed: Pick<Shown, 'word' | 'confidence'>;
}) {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const isGap = word.kind === 'gap';
  const colour = isGap ? '#495057' : emotionStyle(word.kind === 'emotion' ? word.emotion : null).colour;
  const text = textOf(word, words);
  return (
    <Stack gap={0} align="center" justify="center" mih="clamp(92px, 12.4vh, 132px)">
      <Text
        fw={800}
        lh={1.18}
        ta="center"
        c={colour}
        fz={isGap ? 'clamp(1.75rem, 3.2vw, 3rem)' : 'clamp(3rem, min(6vw, 10vh), 5.5rem)'}
        data-testid="live-word"
      >
        {text}
      </Text>
      {word.kind === 'not-sure' && word.mightBe ? (
        <MightBe>
          {t(($) => $.reading.mightBe, {
            emotion: words.emotion(word.mightBe).toLocaleLowerCase(),
            share: words.share(confidence),
          })}
        </MightBe>
      ) : (
        <Text fz="xl" fw={600} lh={1.3} mih="1.3em" c="dimmed" data-testid="live-confidence">
          {isGap && t(($) => $.reading.none)}
          {word.kind === 'emotion' && t(($) => $.reading.confidence, { share: words.share(confidence) })}
          {word.kind === 'not-sure' && t(($) => $.reading.atMost, { share: words.share(confidence) })}
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
      fz="clamp(0.8125rem, 1.25vw, 1.125rem)"
      fw={600}
      lh={1.4}
      px="xs"
      ta="center"
      data-testid="live-might-be"
      style={{ border: '1px dashed #6f7780', borderRadius: 8, backgroundColor: '#e9ecef', backgroundImage: HATCH }}
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
