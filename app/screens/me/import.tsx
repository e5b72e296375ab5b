import type { ImportRefusal } from '#app/core/import/import-error.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Actions, Prose, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { fileSize } from '../request/file-size.ts';
import { AccountTrail } from './account-trail.tsx';

export interface ImportView {
  /** What the last file brought. */
  readonly done: { readonly fields: number; readonly wishes: number; readonly entries: number } | null;
  readonly discarded: boolean;
  readonly mostBytes: number;
  readonly refusal: { readonly reason: ImportRefusal; readonly file: string } | null;
}

const PARTS = ['fields', 'wishes', 'answers', 'companies'] as const;

/** What comes along and what does not, and the way to look at a file first. */
export function ImportScreen({ done, discarded, mostBytes, refusal }: ImportView) {
  const { t, format } = useI18n();
  const reason = refusal ? t(`me.bring.reason.${refusal.reason}`, { file: refusal.file }) : undefined;
  // Nothing was sent, or nobody had time for it: that is no verdict on a file.
  const isFile = refusal?.reason !== 'no-file' && refusal?.reason !== 'busy';
  return (
    <Stack gap="l">
      {refusal ? (
        <Notice tone="problem" live="alert" title={isFile ? t('me.bring.refused') : reason}>
          {isFile ? reason : null} {t('me.bring.refusedText')}
        </Notice>
      ) : null}
      {done ? (
        <Notice tone="done" live="status" title={t('me.bring.done')}>
          <p>
            {t('me.bring.doneText', {
              fields: format.number(done.fields),
              wishes: format.number(done.wishes),
              entries: format.number(done.entries),
            })}
          </p>
          <p>
            <a href="/me/profile">{t('me.data.title')}</a> · <a href="/me/history">{t('me.history.title')}</a>
          </p>
        </Notice>
      ) : null}
      {discarded ? <Notice tone="done" live="status" title={t('me.bring.discarded')} /> : null}
      <PageHeader back={<AccountTrail />} title={t('me.bring.headline')} lead={t('me.bring.lead')} />
      <form method="post" encType="multipart/form-data" className="stack stack-s" noValidate>
        <FileInput
          name="file"
          required
          label={t('me.bring.file')}
          hint={t('me.bring.fileHint', { size: fileSize(format, mostBytes) })}
          accept=".zip,application/zip"
          error={reason}
        />
        <Actions>
          <Button kind="primary">{t('me.bring.upload')}</Button>
        </Actions>
      </form>
      <Section id="what" title={t('me.bring.what')}>
        <Prose>
          <ul>
            {PARTS.map((part) => (
              <li key={part}>{t(`me.bring.part.${part}`)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
    </Stack>
  );
}
