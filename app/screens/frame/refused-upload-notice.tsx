import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface RefusedUploadNoticeProps {
  readonly refused: {
    readonly why: 'too-large' | 'too-slow' | 'busy' | 'sending-already';
    readonly maxMb: number;
    readonly kept: boolean;
  };
}

/** Above the form whose files were not taken: why, and what is left of it. */
export function RefusedUploadNotice({ refused: { why, maxMb, kept } }: RefusedUploadNoticeProps) {
  const { t } = useI18n();
  return (
    <Notice tone="problem" live="alert" title={t(`error.upload.${why}`, { max: String(maxMb) })}>
      <p>{t(kept ? 'error.upload.kept' : 'error.upload.notSent')}</p>
    </Notice>
  );
}
