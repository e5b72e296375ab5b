import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Details } from '#app/ui/details.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import { type Language, textIn } from '#schema/language.ts';
import type { LegalBasis } from '#schema/purpose.ts';
import type { StaffRole } from '#schema/staff.ts';
import { FrozenText } from '../officer/frozen-text.tsx';
import type { PurposeName } from './view.ts';

export interface OwnerView {
  readonly companyName: string;
  readonly team: readonly {
    readonly name: string;
    readonly roles: readonly StaffRole[];
    readonly since: Instant;
  }[];
  readonly purposes: readonly (PurposeName & {
    readonly basis: LegalBasis;
    readonly version: number;
    readonly releasedAt: Instant;
    /** As customers read it now, in each language of the company. */
    readonly texts: readonly { readonly language: Language; readonly text: PurposeCardText }[];
  })[];
}

/** What an owner is answerable for. Customers, even as a number, are for those who work with them. */
export function OwnerHome({ companyName, team, purposes }: OwnerView) {
  const { t, format, language } = useI18n();
  return (
    <Stack gap="xl">
      <PageHeader
        title={t('company.owner.headline', {
          company: companyName,
          count: purposes.length,
          people: team.length,
        })}
        lead={t('company.owner.lead')}
      />
      <Section id="purposes" title={t('company.owner.purposes')} lead={t('company.owner.purposesLead')}>
        <DataTable
          caption={t('company.owner.purposes')}
          captionHidden
          rows={purposes}
          rowKey={({ slug }) => slug}
          columns={[
            {
              key: 'purpose',
              head: t('company.owner.purpose'),
              lead: true,
              cell: ({ title }) => textIn(title, language),
            },
            {
              key: 'basis',
              head: t('company.owner.basis'),
              cell: ({ basis }) => t(`company.owner.basisWord.${basis}`),
            },
            {
              key: 'version',
              head: t('company.owner.version'),
              cell: ({ version, releasedAt }) =>
                t('company.owner.versionText', { version, date: format.shortDate(releasedAt) }),
            },
          ]}
        />
      </Section>
      <Section id="texts" title={t('company.owner.texts')} lead={t('company.owner.textsLead')}>
        {purposes.flatMap(({ slug, title, texts }) =>
          texts.map((one) => (
            <Details
              key={`${slug} ${one.language}`}
              summary={t('company.owner.text', {
                purpose: textIn(title, language),
                language: format.language(one.language),
              })}
            >
              <FrozenText card={one.text} />
            </Details>
          )),
        )}
      </Section>
      <Section id="team" title={t('company.owner.team')}>
        <DataTable
          caption={t('company.owner.teamCaption', { company: companyName })}
          captionHidden
          rows={team}
          rowKey={({ name, since }) => `${name} ${since}`}
          columns={[
            { key: 'name', head: t('company.owner.name'), lead: true, cell: ({ name }) => name },
            {
              key: 'roles',
              head: t('company.owner.roles'),
              cell: ({ roles }) => format.list(roles.map((role) => t(`common.role.${role}`))),
            },
            {
              key: 'since',
              head: t('company.owner.since'),
              cell: ({ since }) => format.shortDate(since),
            },
          ]}
        />
      </Section>
    </Stack>
  );
}
