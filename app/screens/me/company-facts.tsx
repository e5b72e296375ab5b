import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import type { LocalizedText } from '#schema/language.ts';

export interface CompanyFactsView {
  readonly about: LocalizedText;
  readonly legalName: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly officer: { readonly name: string; readonly email: string };
  readonly authority: { readonly name: string; readonly url: string };
  /** The number under which the company itself knows the customer. */
  readonly customerNumber: string | null;
}

interface CompanyFactsProps {
  readonly facts: CompanyFactsView;
  readonly slug: string;
  readonly name: string;
}

/** Who is responsible and where to turn (GDPR Art. 13(1)(a)-(b)). */
export function CompanyFacts({ facts, slug, name }: CompanyFactsProps) {
  const { t } = useI18n();
  const { legalName, address, email, phone, officer, authority, customerNumber } = facts;
  return (
    <DescriptionList
      facts={[
        {
          term: t('purpose.card.who'),
          text: (
            <>
              {legalName}
              <br />
              {address}
            </>
          ),
        },
        {
          term: t('purpose.card.contact'),
          text: (
            <>
              <a href={`mailto:${email}`}>{email}</a>
              <br />
              {phone}
            </>
          ),
        },
        {
          term: t('purpose.card.officer'),
          text: (
            <>
              {officer.name}
              <br />
              <a href={`mailto:${officer.email}`}>{officer.email}</a>
            </>
          ),
        },
        { term: t('purpose.card.authority'), text: <a href={authority.url}>{authority.name}</a> },
        ...(customerNumber ? [{ term: t('me.company.number'), text: customerNumber }] : []),
        {
          term: t('common.footer.notice'),
          text: <a href={`/privacy/${slug}`}>{t('purpose.card.notice', { company: name })}</a>,
        },
      ]}
    />
  );
}
