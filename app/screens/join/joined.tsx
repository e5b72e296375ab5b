import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import { textIn } from '#schema/language.ts';
import { Branded } from '../me/branded.tsx';
import { PurposeList } from '../me/purpose-list.tsx';
import { brandClass, type CompanyLines, companyPath, type PurposeLine, purposePath } from '../me/view.ts';
import { useMaySentence } from '../me/words.ts';

export interface JoinedView {
  /** With every purpose that can be decided, as stored now. */
  readonly company: CompanyLines;
  readonly confirmedAt: Instant;
  /** Purposes whose text changed before the button was pressed. */
  readonly changed: readonly PurposeLine[];
  /** Purposes to which a no was said after the form was sent. */
  readonly noSince: readonly PurposeLine[];
}

/** After the button: what holds now, read from what is stored, and where each answer can be changed. */
export function JoinedScreen({ company, confirmedAt, changed, noSince }: JoinedView) {
  const { t, format } = useI18n();
  const may = useMaySentence();
  const open = company.purposes.filter(({ state, allowed }) => state === 'open' && allowed).length;
  return (
    <Branded company={company.slug}>
      <Stack gap="l">
        <PageHeader
          kicker={
            <>
              <BrandMark name={company.name} brandClass={brandClass(company.slug)} size="s" />
              {company.name}
            </>
          }
          title={t('public.join.joined.title', { company: company.name })}
          lead={[
            t('public.join.joined.at', { time: format.dateTime(confirmedAt) }),
            may([company]),
            ...(open > 0 ? [t('public.join.joined.withoutYes', { count: open })] : []),
          ].join(' ')}
          actions={
            <>
              <ButtonLink kind="primary" href="/me">
                {t('public.join.joined.toHome')}
              </ButtonLink>
              <ButtonLink href={companyPath(company.slug)}>
                {t('public.join.joined.toCompany', { company: company.name })}
              </ButtonLink>
            </>
          }
        />
        {changed.length > 0 ? (
          <Notice tone="wait" title={t('public.join.joined.changed')}>
            <Links company={company.slug} purposes={changed} />
          </Notice>
        ) : null}
        {noSince.length > 0 ? (
          <Notice tone="info" title={t('public.join.joined.noSince')}>
            <Links company={company.slug} purposes={noSince} />
          </Notice>
        ) : null}
        <Section
          id="holds"
          title={t('public.join.joined.list')}
          lead={`${t('public.join.joined.change')} ${t('public.join.joined.undo')}`}
        >
          <PurposeList company={company} purposes={company.purposes} label={t('public.join.joined.list')} />
        </Section>
      </Stack>
    </Branded>
  );
}

function Links({
  company,
  purposes,
}: {
  readonly company: string;
  readonly purposes: readonly PurposeLine[];
}) {
  const { language } = useI18n();
  return (
    <ul>
      {purposes.map(({ slug, title }) => (
        <li key={slug}>
          <a href={purposePath(company, slug)}>{textIn(title, language)}</a>
        </li>
      ))}
    </ul>
  );
}
