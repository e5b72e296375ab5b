import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { Branded } from './branded.tsx';
import { DecisionNotice } from './decision-notice.tsx';
import { PurposeCard } from './purpose-card.tsx';
import { PurposeDecision } from './purpose-decision.tsx';
import { PurposeStands } from './purpose-stands.tsx';
import { asksNow, type PurposeView, type SentDecision } from './purpose-view.ts';
import { companyPath } from './view.ts';

interface PurposeScreenProps {
  readonly view: PurposeView;
  readonly sent?: SentDecision | undefined;
}

/** One purpose: what holds now on top, then the whole text, then the answer. */
export function PurposeScreen({ view, sent }: PurposeScreenProps) {
  const { t, format, language } = useI18n();
  const { company, connected, manyCompanies, cards, releasedAt, flash, gpc, retired } = view;
  const card = cards.find((one) => one.language === language) ?? cards[0];
  if (!card) return null;
  const asks = asksNow(view);
  const home = { href: '/me', label: t('common.nav.home') };
  return (
    <Branded company={company.slug}>
      <Stack gap="l">
        <ErrorSummary
          title={t('error.form.summary', { count: sent?.errors.length ?? 0 })}
          errors={(sent?.errors ?? []).map(({ id, message }) => ({ id, text: tell(t, message) }))}
        />
        {sent?.problem ? <Notice tone="problem" live="alert" title={tell(t, sent.problem)} /> : null}
        {flash ? <DecisionNotice view={view} /> : null}
        <PageHeader
          back={
            <BackLink
              label={t('common.nav.breadcrumb')}
              trail={
                manyCompanies ? [home, { href: companyPath(company.slug), label: company.name }] : [home]
              }
            />
          }
          kicker={
            <>
              <BrandMark name={company.name} size="s" /> {company.name}
            </>
          }
          title={<span lang={card.language}>{card.title}</span>}
          lead={<span lang={card.language}>{card.what}</span>}
        />
        {card.language === language ? null : (
          <Notice
            tone="info"
            title={t('purpose.card.shownIn', { language: format.language(card.language) })}
          />
        )}
        {gpc ? <Notice tone="info" title={t('purpose.card.gpc')} /> : null}
        {retired ? (
          <Notice tone="info" title={t('me.purpose.retiredText', { company: company.name })} />
        ) : null}
        {connected ? <PurposeStands view={view} language={card.language} /> : <NotConnected view={view} />}
        <Section id="text" title={t('me.purpose.textTitle')}>
          <PurposeCard
            card={card}
            releasedAt={releasedAt}
            noticeHref={`/privacy/${company.slug}`}
            whatShown
          />
        </Section>
        {asks ? <PurposeDecision view={view} sent={sent} /> : null}
      </Stack>
    </Branded>
  );
}

function NotConnected({ view: { company } }: { readonly view: PurposeView }) {
  const { t } = useI18n();
  return (
    <Notice
      tone="info"
      title={t('me.company.notConnected', { company: company.name })}
      actions={
        <Actions>
          <ButtonLink href={companyPath(company.slug)}>
            {t('me.company.open', { company: company.name })}
          </ButtonLink>
        </Actions>
      }
    >
      {t('me.purpose.connectFirst')}
    </Notice>
  );
}
