import { useI18n } from '#app/i18n/i18n-context.tsx';
import { RichText } from '#app/i18n/rich-text.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { Branded } from '../me/branded.tsx';
import { joinPath } from './join-view.ts';

export interface SentView {
  readonly company: { readonly slug: string; readonly name: string };
  readonly demo: boolean;
}

/** The same page for every address: new, unconfirmed or known. */
export function SentScreen({ company, demo }: SentView) {
  const { t } = useI18n();
  return (
    <Branded company={company.slug}>
      <Stack gap="l">
        <PageHeader
          kicker={
            <>
              <BrandMark name={company.name} brandClass={`brand-${company.slug}`} size="s" />
              {company.name}
            </>
          }
          title={t('public.join.sent.title')}
          lead={t('public.join.sent.lead')}
        />
        {demo ? (
          <Notice tone="info" title={t('public.join.sent.demo')}>
            <a href="/demo/mail">{t('public.join.sent.demoLink')}</a>
          </Notice>
        ) : null}
        <Section id="steps" title={t('public.join.sent.steps')}>
          <ol className="join-steps">
            <li>{t('public.join.sent.open')}</li>
            <li>{t('public.join.sent.press')}</li>
            <li>{t('public.join.sent.see', { company: company.name })}</li>
          </ol>
          <p>{t('public.join.sent.limit')}</p>
        </Section>
        <p className="soft measure">
          {t('public.join.sent.nothing')}{' '}
          <RichText
            text={t('public.join.sent.again')}
            parts={{ again: (text) => <a href={joinPath(company.slug)}>{text}</a> }}
          />
        </p>
      </Stack>
    </Branded>
  );
}
