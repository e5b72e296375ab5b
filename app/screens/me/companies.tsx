import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Actions, Grid, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { Instant } from '#schema/instant.ts';
import { type LocalizedText, textIn } from '#schema/language.ts';
import { IntentField } from './intent-field.tsx';
import { brandClass, type CompanyName, companyPath } from './view.ts';

export interface DirectoryCompany extends CompanyName {
  readonly about: LocalizedText;
  readonly connectedSince: Instant | null;
  /** Objection purposes: they run from the moment of connecting until the customer says stop. */
  readonly runsAtOnce: readonly LocalizedText[];
}

export interface CompaniesView {
  readonly companies: readonly DirectoryCompany[];
  readonly intentId: string;
}

/** Who is here, and what connecting means: nothing is permitted by it that the page does not say. */
export function CompaniesScreen({ companies, intentId }: CompaniesView) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader
        title={t('me.companies.headline', { count: companies.length })}
        lead={t('me.companies.connectMeans')}
      />
      <Grid>
        {companies.map((company) => (
          <DirectoryCard key={company.slug} company={company} intentId={intentId} />
        ))}
      </Grid>
    </Stack>
  );
}

interface DirectoryCardProps {
  readonly company: DirectoryCompany;
  readonly intentId: string;
}

function DirectoryCard({ company, intentId }: DirectoryCardProps) {
  const { t, format, language } = useI18n();
  const { slug, name, about, connectedSince, runsAtOnce } = company;
  const connected = connectedSince !== null;
  return (
    <Card
      title={name}
      subtitle={
        connected
          ? t('me.company.since', { date: format.month(connectedSince) })
          : t('me.companies.notConnected')
      }
      mark={<BrandMark name={name} brandClass={brandClass(slug)} />}
      footer={
        <>
          <a href={companyPath(slug)}>{t('me.company.open', { company: name })}</a>
          <a href={`/privacy/${slug}`}>{t('common.footer.notice')}</a>
        </>
      }
    >
      <p>{textIn(about, language)}</p>
      {connected || runsAtOnce.length === 0 ? null : (
        <p className="soft small">
          {t('me.companies.runsAtOnce', {
            purposes: format.list(
              runsAtOnce.map((title) => t('me.quoted', { text: textIn(title, language) })),
            ),
          })}
        </p>
      )}
      {connected ? null : (
        <form method="post">
          <IntentField id={intentId} />
          <input type="hidden" name="company" value={slug} />
          <Actions>
            <Button>{t('me.companies.connect', { company: name })}</Button>
          </Actions>
        </form>
      )}
    </Card>
  );
}
