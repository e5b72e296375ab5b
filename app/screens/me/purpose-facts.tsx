import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { fieldPath } from './field-view.ts';
import type { PurposeView } from './purpose-view.ts';
import { useChannelList, useFieldList } from './words.ts';

/** A yes that cannot work yet, said plainly; whoever does not want to fill it in leaves it. */
export function EmptyDetails({ view: { line } }: { readonly view: PurposeView }) {
  const { t } = useI18n();
  const fields = useFieldList();
  return (
    <p>
      {t('me.purpose.empty', { fields: fields(line.empty) })}{' '}
      {line.empty.map((field) => (
        <a key={field} href={fieldPath(field)}>
          {t('me.purpose.fillIn', { field: fieldLabel(t, field) })}
        </a>
      ))}
    </p>
  );
}

/** What of a running purpose may be used, since when and until when, on which ways, and what stays silent. */
export function StandsFacts({
  view: { line, silent, topicsOff, yesSince, company },
}: {
  readonly view: PurposeView;
}) {
  const { t, format } = useI18n();
  const fields = useFieldList();
  const channels = useChannelList();
  const ends =
    line.basis === 'objection'
      ? t('purpose.validity.openObjection')
      : line.until
        ? t('purpose.validity.endsOn', { date: format.date(line.until) })
        : t('purpose.validity.open');
  return (
    <DescriptionList
      facts={[
        ...(yesSince ? [{ term: t('me.purpose.since'), text: format.dateTime(yesSince) }] : []),
        ...(line.since
          ? [
              {
                term: t(yesSince ? 'me.purpose.lastChanged' : 'me.purpose.since'),
                text: format.dateTime(line.since),
              },
            ]
          : []),
        { term: t('purpose.card.howLong'), text: ends },
        {
          term: t('purpose.card.data'),
          text: line.fields.length > 0 ? fields(line.fields) : t('purpose.card.dataNone'),
        },
        ...(line.channels.length > 0
          ? [{ term: t('purpose.card.channels'), text: channels(line.channels) }]
          : []),
        ...silent.map(({ channel, reason, field }) => ({
          term: t(`common.channel.${channel}`),
          text: (
            <>
              {t(`me.purpose.silent.${reason}`, {
                company: company.name,
                channel: t(`common.channelBy.${channel}`),
              })}{' '}
              {field && reason === 'address-empty' ? (
                <a href={fieldPath(field)}>{t('me.purpose.fillIn', { field: fieldLabel(t, field) })}</a>
              ) : null}
            </>
          ),
        })),
        ...(topicsOff
          ? [
              {
                term: t('purpose.card.topics'),
                text: topicsOff.all
                  ? t('me.purpose.topicsAllOff')
                  : t('me.purpose.topicsOff', {
                      topics: format.list(topicsOff.topics.map((topic) => t(`common.topic.${topic}`))),
                    }),
              },
            ]
          : []),
        ...(line.reason === 'under-age'
          ? [{ term: t('me.age.title'), text: t('permission.customer.under-age') }]
          : []),
        ...(line.reason === 'paused'
          ? [{ term: t('me.purpose.paused'), text: t('permission.customer.paused') }]
          : []),
      ]}
    />
  );
}
