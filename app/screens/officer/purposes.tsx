import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import type { Readability } from '#app/core/purpose/readability.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import { type Language, type LocalizedText, textIn } from '#schema/language.ts';
import type { LegalBasis, ReleaseKind } from '#schema/purpose.ts';
import { FrozenText } from './frozen-text.tsx';
import { Printed } from './printed.tsx';
import { ReadabilityMark } from './readability-mark.tsx';
import { VersionTable } from './version-table.tsx';
import { comparePath } from './view.ts';

export interface FrozenCard {
  readonly language: Language;
  /** SHA-256 (hex). */
  readonly textHash: string;
  readonly text: PurposeCardText;
  readonly readability: Readability;
}

export interface VersionTexts {
  readonly version: number;
  readonly kind: ReleaseKind;
  readonly releasedAt: Instant;
  /** Grants of this version may be used until then; null: no end. */
  readonly usableUntil: Instant | null;
  readonly running: number;
  /** Of these, what may not be used at the moment. */
  readonly resting: number;
  readonly cards: readonly FrozenCard[];
}

export interface PurposeTexts {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly basis: LegalBasis;
  readonly retiredAt: Instant | null;
  /** Newest first. */
  readonly versions: readonly VersionTexts[];
}

export interface PurposesView {
  readonly at: Instant;
  readonly companyName: string;
  readonly purposes: readonly PurposeTexts[];
}

/** Every text a customer was ever shown, as frozen at its release. */
export function PurposesScreen({ at, companyName, purposes }: PurposesView) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        title={
          purposes.length === 0
            ? t('officer.purposes.none')
            : t('officer.purposes.headline', { count: purposes.length })
        }
        lead={t('officer.purposes.lead')}
        actions={<ButtonLink href="/officer/fields">{t('company.fields.openOfficer')}</ButtonLink>}
      />
      {purposes.map((purpose) => (
        <Purpose key={purpose.slug} purpose={purpose} at={at} />
      ))}
      <Printed at={at} companyName={companyName} />
    </Stack>
  );
}

function Purpose({ purpose, at }: { readonly purpose: PurposeTexts; readonly at: Instant }) {
  const { t, format, language } = useI18n();
  const { slug, title, basis, retiredAt, versions } = purpose;
  const [newest, before] = versions;
  return (
    <Section
      id={`purpose-${slug}`}
      title={
        <>
          {textIn(title, language)}{' '}
          {retiredAt ? (
            <Badge>{t('officer.purposes.retired', { date: format.shortDate(retiredAt) })}</Badge>
          ) : null}
        </>
      }
      lead={t(`officer.purposes.basisExact.${basis}`)}
      action={
        newest && before ? (
          <a href={comparePath(slug)}>
            {t('officer.purposes.compare', { from: String(before.version), to: String(newest.version) })}
          </a>
        ) : undefined
      }
    >
      <Stack gap="s">
        <VersionTable purpose={purpose} at={at} />
        {versions.flatMap(({ version, cards }) =>
          cards.map((card) => <Card key={`${version}-${card.language}`} version={version} card={card} />),
        )}
      </Stack>
    </Section>
  );
}

function Card({ version, card }: { readonly version: number; readonly card: FrozenCard }) {
  const { t, format } = useI18n();
  const { language, text, textHash, readability } = card;
  return (
    <Details
      summary={
        <>
          {t('officer.purposes.textOf', { version: String(version) })}, {format.language(language)}
        </>
      }
    >
      <Stack gap="s">
        <DescriptionList
          facts={[
            { term: t('officer.purposes.textHash'), text: <HashValue value={textHash} /> },
            {
              term: t('officer.purposes.readability'),
              text: <ReadabilityMark language={language} readability={readability} />,
            },
          ]}
        />
        <FrozenText card={text} />
      </Stack>
    </Details>
  );
}
