import { useI18n } from '#app/i18n/i18n-context.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Section } from '#app/ui/section.tsx';
import { textIn } from '#schema/language.ts';
import type { ReachCompany } from './reach.tsx';
import { purposePath } from './view.ts';
import { useTopicNames } from './wish-words.ts';

/** Channel by channel, what may come: each row leads to the page where it can be ended. */
export function ReachChannels({ company }: { readonly company: ReachCompany }) {
  const { t, format, language } = useI18n();
  const topicNames = useTopicNames();
  return (
    <LinkList
      label={t('me.reach.ways', { company: company.name })}
      rows={[
        ...company.channels.flatMap(({ channel, lines }) =>
          lines.map(({ purpose, title, topics, againAt }) => ({
            key: `${channel}/${purpose}`,
            href: purposePath(company.slug, purpose),
            title: `${t(`common.channel.${channel}`)}: ${textIn(title, language)}`,
            detail: topics ? topicNames(topics) : t('me.reach.anything'),
            end: againAt ? t('me.reach.again', { time: format.dateTime(againAt) }) : t('me.reach.now'),
          })),
        ),
        ...company.closed.map(({ channel, purpose, title, reason }) => ({
          key: `${channel}/${purpose}`,
          href: purposePath(company.slug, purpose),
          title: `${t(`common.channel.${channel}`)}: ${textIn(title, language)}`,
          detail: t(`me.purpose.silent.${reason}`, {
            company: company.name,
            channel: t(`common.channelBy.${channel}`),
          }),
          end: t('me.reach.closed'),
        })),
      ]}
    />
  );
}

export function PlannedList({
  planned,
  company,
}: {
  readonly planned: ReachCompany['planned'];
  readonly company: string;
}) {
  const { t, format, language } = useI18n();
  return (
    <Section id={`planned-${planned[0]?.id}`} level={3} title={t('me.reach.planned', { company })}>
      <LinkList
        rows={planned.map(({ id, title, channel, topic, at }) => ({
          key: id,
          title: textIn(title, language),
          detail: `${t(`common.channel.${channel}`)}, ${t(`common.topic.${topic}`)}`,
          end: format.dateTime(at),
        }))}
      />
    </Section>
  );
}
