import { useI18n } from '#app/i18n/i18n-context.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { PICTURE_MAX_BYTES, PICTURES_MAX } from '#schema/thread.ts';
import { PICTURE_KINDS } from './view.ts';

interface PicturesInputProps {
  readonly error: string | undefined;
  /** The form came back: a browser gives no file twice. */
  readonly again: boolean;
}

export function PicturesInput({ error, again }: PicturesInputProps) {
  const { t } = useI18n();
  const hint = t('thread.pictures.hint', {
    max: String(PICTURES_MAX),
    size: String(PICTURE_MAX_BYTES / 1024 / 1024),
  });
  return (
    <FileInput
      name="pictures"
      label={t('thread.pictures.label')}
      marker={t('common.word.optional')}
      hint={again ? `${hint} ${t('thread.error.picturesAgain')}` : hint}
      error={error}
      accept={PICTURE_KINDS}
      multiple
    />
  );
}
