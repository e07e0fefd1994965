import { Stack, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { emotionStyle } from '../../../ui/emotion-style.ts';
import { formatShare } from '../../../ui/format.ts';
import { GAP_WORDS } from '../../../ui/words.ts';
import type { Displayed } from '../recording/displayed-reading.ts';
import type { Word } from '../recording/held-word.ts';

/** A screen reader is told of a new word at most this often. */
const ANNOUNCE_EVERY_MS = 5000;

/** The one word that is read from three metres, and how sure the model is of it. */
export function BigWord({ displayed: { word, confidence } }: { readonly displayed: Displayed }) {
  const isGap = word.kind === 'gap';
  const colour = isGap ? '#495057' : emotionStyle(word.kind === 'emotion' ? word.emotion : null).colour;
  return (
    <Stack gap={0} align="center" justify="center" mih="clamp(100px, 16vh, 148px)">
      <Text
        fw={800}
        lh={1.05}
        ta="center"
        c={colour}
        fz={isGap ? 'clamp(1.75rem, 3.2vw, 3rem)' : 'clamp(3rem, min(6vw, 10vh), 5.5rem)'}
        data-testid="live-word"
      >
        {textOf(word)}
      </Text>
      <Text fz="xl" fw={600} mih="1.6em" c="dimmed">
        {isGap
          ? 'No reading'
          : `${formatShare(confidence)} ${word.kind === 'emotion' ? 'confidence' : 'at most for any emotion'}`}
      </Text>
      <Announcer text={textOf(word)} />
    </Stack>
  );
}

function textOf(word: Word): string {
  if (word.kind === 'gap') return GAP_WORDS[word.reason];
  return emotionStyle(word.kind === 'emotion' ? word.emotion : null).label;
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
