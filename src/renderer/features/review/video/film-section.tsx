import { FileInput, Text } from '@mantine/core';
import { type Ref, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../../contract/sessions.ts';
import { call } from '../../../client/client.ts';
import { digestFilm } from '../../../client/digest-film.ts';
import { FILM_FILES } from '../../../ui/film-files.ts';
import { useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { FilmPicture } from './film-picture.tsx';
import { PlayerBar } from './player-bar.tsx';
import { type PlayerHandle, usePlayer } from './use-player.ts';

interface FilmSectionProps {
  readonly session: Session;
  readonly cursorMs: number;
  readonly onTime: (atMs: number) => void;
  readonly player: Ref<PlayerHandle>;
}

/** What is known of a file that was chosen. */
type Checked =
  | { readonly kind: 'checking'; readonly share: number }
  /** Of a film that was read where nobody noted what it consists of, only the name can be compared. */
  | { readonly kind: 'it' | 'unknown'; readonly url: string }
  | { readonly kind: 'another' | 'unreadable' };

/** The film of a session that was read from one: chosen again by whoever has it, played where it lies, never copied. */
export function FilmSection(props: FilmSectionProps) {
  return props.session.source === 'recording' ? <ChosenFilm {...props} /> : null;
}

function ChosenFilm(props: FilmSectionProps) {
  const { t } = useTranslation('videos');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const { recordingName, recordingSha256 } = props.session;
  const [file, setFile] = useState<File | null>(null);
  const checked = useChecked(file, recordingSha256);
  return (
    <div className="not-printed">
      <Section title={t(($) => $.film.title)} description={t(($) => $.film.description)}>
        <FileInput
          label={t(($) => $.film.choose, { file: recordingName ?? '' })}
          placeholder={t(($) => $.film.none)}
          accept={FILM_FILES}
          maw={480}
          clearable
          clearButtonProps={{ 'aria-label': common(($) => $.action.clearFile) }}
          value={file}
          onChange={setFile}
        />
        {checked?.kind === 'checking' && (
          <Text role="status">{t(($) => $.film.checking, { share: format.share(checked.share) })}</Text>
        )}
        {(checked?.kind === 'another' || checked?.kind === 'unreadable') && (
          <Notice kind="error" title={t(($) => $.film.notPlayed)}>
            {t(($) => $.film[checked.kind], { file: recordingName ?? '' })}
          </Notice>
        )}
        {checked?.kind === 'unknown' && (
          <Notice kind="warning" title={t(($) => $.film.notChecked)}>
            {t(($) => $.film.unknown)}
          </Notice>
        )}
        {checked && 'url' in checked && <Player {...props} key={checked.url} url={checked.url} />}
      </Section>
    </div>
  );
}

function Player({ session, cursorMs, onTime, player, url }: FilmSectionProps & { readonly url: string }) {
  const { t } = useTranslation('videos');
  const { isPlaying, speed, setIsPlaying, setSpeed } = usePlayer(player);
  const [cannot, setCannot] = useState(false);
  if (cannot) {
    return (
      <Notice kind="error" title={t(($) => $.film.notPlayed)}>
        {t(($) => $.film.cannot)}
      </Notice>
    );
  }
  return (
    <>
      <FilmPicture
        url={url}
        originMs={session.recordingOriginMs}
        cursorMs={cursorMs}
        isPlaying={isPlaying}
        speed={speed}
        onTime={onTime}
        onEnd={() => setIsPlaying(false)}
        onError={() => setCannot(true)}
      />
      <PlayerBar isPlaying={isPlaying} speed={speed} onPlay={setIsPlaying} onSpeed={setSpeed} />
    </>
  );
}

/** Compares what a file consists of with what the session was read from. */
function useChecked(file: File | null, sha256: string | null): Checked | null {
  const [checked, setChecked] = useState<Checked | null>(null);
  useEffect(() => {
    setChecked(null);
    if (!file) return;
    const given = new AbortController();
    const url = URL.createObjectURL(file);
    const put = (found: Checked) => given.signal.aborted || setChecked(found);
    if (sha256 === null) put({ kind: 'unknown', url });
    else {
      const onShare = (share: number) => put({ kind: 'checking', share });
      onShare(0);
      digestFilm(call, file, () => !given.signal.aborted, onShare).then(
        (digest) => digest && put(digest === sha256 ? { kind: 'it', url } : { kind: 'another' }),
        () => put({ kind: 'unreadable' }),
      );
    }
    return () => {
      given.abort();
      URL.revokeObjectURL(url);
    };
  }, [file, sha256]);
  return checked;
}
