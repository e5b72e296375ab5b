import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Actions, Prose, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';

export interface ExportView {
  /** A fresh code was given a moment ago. */
  readonly fresh: boolean;
}

const PARTS = ['page', 'data', 'tables', 'texts', 'proofs', 'list'] as const;

/** What the file holds, and the way to it: a fresh code first, since it holds everything. */
export function ExportScreen({ fresh }: ExportView) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader title={t('me.takeAlong.headline')} lead={t('me.takeAlong.lead')} />
      <Section id="inside" title={t('me.takeAlong.inside')}>
        <Prose>
          <ul>
            {PARTS.map((part) => (
              <li key={part}>{t(`me.takeAlong.part.${part}`)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      {fresh ? (
        <Actions>
          <ButtonLink href="/me/export/file" kind="primary" icon="download" download>
            {t('me.takeAlong.download')}
          </ButtonLink>
        </Actions>
      ) : (
        <Notice
          tone="info"
          title={t('me.takeAlong.codeFirst')}
          actions={
            <Actions>
              <ButtonLink href="/step-up?to=%2Fme%2Fexport" kind="primary">
                {t('me.takeAlong.getCode')}
              </ButtonLink>
            </Actions>
          }
        >
          {t('me.takeAlong.codeWhy')}
        </Notice>
      )}
    </Stack>
  );
}
