import { useI18n } from '#app/i18n/i18n-context.tsx';
import { PurposeMark } from '#app/screens/me/purpose-mark.tsx';
import { useChannelList, useFieldList } from '#app/screens/me/words.ts';
import { Section } from '#app/ui/section.tsx';
import type { OwnExport } from '#schema/own-export.ts';
import { PageTable } from './page-table.tsx';
import { nameOf, type PartProps } from './part.ts';

type Answer = OwnExport['consents'][number];

/** What holds, company by company, with the marks that the portal uses. */
export function Answers({ data }: PartProps) {
  const { t } = useI18n();
  const fields = useFieldList();
  const channels = useChannelList();
  const companies = [...new Set(data.consents.map(({ company }) => company))];
  if (companies.length === 0) return <p className="soft">{t('common.page.empty')}</p>;
  return companies.map((company) => (
    <Section key={company} id={`answers-${company}`} level={3} title={nameOf(data, company)}>
      <PageTable
        title={nameOf(data, company)}
        head={[
          t('purpose.heading'),
          t('me.purpose.standsTitle'),
          t('purpose.card.data'),
          t('purpose.card.channels'),
        ]}
        rows={data.consents
          .filter((one) => one.company === company)
          .map((one) => [
            one.title,
            <PurposeMark key={one.purpose} line={lineOf(data, one)} />,
            one.fields.length > 0 ? fields(one.fields) : '',
            one.channels.length > 0 ? channels(one.channels) : '',
          ])}
      />
    </Section>
  ));
}

function lineOf({ preferences }: OwnExport, one: Answer) {
  const { state, basis, decidedAt, expiresAt, reason } = one;
  const pauses = preferences
    .filter(({ company }) => company === null || company === one.company)
    .flatMap(({ pausedUntil }) => pausedUntil ?? [])
    .sort();
  return { state, basis, reason, since: decidedAt, until: expiresAt, pausedUntil: pauses.at(-1) ?? null };
}
