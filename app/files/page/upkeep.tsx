import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DescriptionList, type Fact } from '#app/ui/description-list.tsx';
import { FieldId } from '#schema/field.ts';
import { PageTable } from './page-table.tsx';
import { nameOf, type PartProps } from './part.ts';

/** What runs the account: sign-ins, a receipt that waits, reminders. */
export function Upkeep({ data: { upkeep } }: PartProps) {
  const { t, format } = useI18n();
  const { signedIn, passwordSetAt, receiptDueAt, mailRefusedSince, reviewReminder, ownQuestions } = upkeep;
  const { off, toldAt } = reviewReminder;
  const [device] = upkeep.knownDevices;
  const facts: Fact[] = [
    ...signedIn.map(({ since, lastUsedAt }) => ({
      term: t('me.takeAlong.page.upkeep.signedIn'),
      text: t('me.takeAlong.page.upkeep.signedInText', {
        since: format.dateTime(since),
        last: format.dateTime(lastUsedAt),
      }),
    })),
    ...(device
      ? [
          {
            term: t('me.takeAlong.page.upkeep.devices'),
            text: t('me.takeAlong.page.upkeep.devicesText', {
              count: upkeep.knownDevices.length,
              date: format.day(device.seenOn),
            }),
          },
        ]
      : []),
    {
      term: t('me.account.password'),
      text: passwordSetAt
        ? t('me.takeAlong.page.upkeep.passwordSet', { date: format.date(passwordSetAt) })
        : t('me.takeAlong.page.upkeep.passwordNone'),
    },
    {
      term: t('me.takeAlong.page.upkeep.receipt'),
      text: receiptDueAt
        ? t('me.takeAlong.page.upkeep.receiptDue', { date: format.dateTime(receiptDueAt) })
        : t('me.takeAlong.page.upkeep.receiptNone'),
    },
    {
      term: t('me.takeAlong.page.upkeep.reminder'),
      text: off
        ? t('me.takeAlong.page.upkeep.reminderOff')
        : toldAt
          ? t('me.takeAlong.page.upkeep.reminderLast', { date: format.date(toldAt) })
          : t('me.takeAlong.page.upkeep.reminderOn'),
    },
    ...(mailRefusedSince
      ? [
          {
            term: t('me.takeAlong.page.upkeep.refused'),
            text: t('me.takeAlong.page.upkeep.refusedText', { date: format.date(mailRefusedSince) }),
          },
        ]
      : []),
    ...ownQuestions.flatMap(({ field, state, at }) => {
      const known = FieldId.safeParse(field).data;
      if (!known) return [];
      const values = { field: fieldLabel(t, known), date: format.date(at) };
      return [
        {
          term: t('me.takeAlong.page.upkeep.asked'),
          text: t(`me.takeAlong.page.upkeep.askedText.${state}`, values),
        },
      ];
    }),
  ];
  return <DescriptionList look="lines" facts={facts} />;
}

/** What links in mails are good for, and until when. */
export function MailLinks({ data }: PartProps) {
  const { t, format } = useI18n();
  return (
    <PageTable
      title={t('me.takeAlong.page.links.title')}
      empty={t('me.takeAlong.page.links.none')}
      head={[
        t('me.takeAlong.when'),
        t('me.takeAlong.page.links.mail'),
        t('me.takeAlong.page.links.whose'),
        t('me.purpose.standsTitle'),
      ]}
      rows={data.upkeep.mailLinks.map(({ mail, company, sentAt, expiresAt, endedAt, state }) => [
        format.dateTime(sentAt),
        t(`me.takeAlong.page.links.kind.${mail}`),
        company ? nameOf(data, company) : t('me.takeAlong.page.links.everyCompany'),
        t(`me.takeAlong.page.links.${state}`, { date: format.date(endedAt ?? expiresAt) }),
      ])}
    />
  );
}
