import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DescriptionList, type Fact } from '#app/ui/description-list.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { PageTable } from './page-table.tsx';
import type { PartProps } from './part.ts';

/** Since when, in which language, which ways are proved. */
export function Account({ data: { customer, asking, yearly, companies } }: PartProps) {
  const { t, format } = useI18n();
  const { age } = asking;
  const said = (limit: string, yes: boolean | null) =>
    yes === null ? null : t(yes ? 'me.age.saidYes' : 'me.age.saidNo', { age: limit });
  const ages = [said('16', age.sixteen), said('14', age.fourteen)].filter((text) => text !== null);
  const looked = yearly.kept.map(({ company, keptAt }) =>
    t('me.takeAlong.page.kept', {
      company: companies.find(({ slug }) => slug === company)?.name ?? company,
      date: format.date(keptAt),
    }),
  );
  const facts: (Fact | null)[] = [
    { term: t('me.takeAlong.page.hereSince'), text: format.date(customer.createdAt) },
    { term: t('me.account.languageLabel'), text: t(`common.ownLanguageName.${customer.language}`) },
    ...customer.verified.map(({ channel, verifiedAt }) => ({
      term: `${t(`common.channel.${channel}`)}, ${t('me.bring.verified')}`,
      text: format.date(verifiedAt),
    })),
    ages.length > 0 ? { term: t('me.age.title'), text: ages.join(' ') } : null,
    looked.length > 0 || yearly.nextReminderAt
      ? {
          term: t('me.yearly.title'),
          text: [
            ...looked,
            yearly.nextReminderAt
              ? t('me.takeAlong.page.reminderAt', { date: format.date(yearly.nextReminderAt) })
              : '',
          ].join(' '),
        }
      : null,
  ];
  return <DescriptionList look="lines" facts={facts.filter((fact): fact is Fact => fact !== null)} />;
}

/** With whom, since when, and under which sign: no two companies share one. */
export function Companies({ data: { companies } }: PartProps) {
  const { t, format } = useI18n();
  return (
    <PageTable
      title={t('me.companies.title')}
      empty={t('me.messages.nobody')}
      head={[
        t('me.takeAlong.company'),
        t('me.takeAlong.page.connected'),
        t('me.company.number'),
        t('me.takeAlong.page.knownAs'),
      ]}
      rows={companies.map(({ name, legalName, connectedAt, endedAt, customerNumber, subject }) => [
        <>
          {name} <span className="page-earlier">{legalName}</span>
        </>,
        endedAt
          ? t('me.takeAlong.page.fromTo', { from: format.date(connectedAt), to: format.date(endedAt) })
          : t('common.date.since', { date: format.date(connectedAt) }),
        customerNumber ?? '',
        <HashValue key={subject} value={subject} />,
      ])}
    />
  );
}
