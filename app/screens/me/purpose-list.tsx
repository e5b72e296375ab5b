import { Fragment } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { textIn } from '#schema/language.ts';
import { PurposeMark } from './purpose-mark.tsx';
import { type CompanyName, type PurposeLine, purposePath } from './view.ts';
import { groupOf, useChannelList, useShortFieldList } from './words.ts';

interface PurposeListProps {
  readonly company: CompanyName;
  readonly purposes: readonly PurposeLine[];
  readonly label: string;
}

/** Purposes as links with a word: a decision is taken only on the purpose's own page, after what it says. */
export function PurposeList({ company, purposes, label }: PurposeListProps) {
  const { language } = useI18n();
  return (
    <LinkList
      label={label}
      rows={purposes.map((line) => ({
        key: line.slug,
        href: purposePath(company.slug, line.slug),
        title: textIn(line.title, language),
        detail: <PurposeDetail line={line} />,
        end: <PurposeMark line={line} />,
      }))}
    />
  );
}

/** What may be used, in one line; nothing for what does not run. */
function PurposeDetail({ line }: { readonly line: PurposeLine }) {
  const { t, format } = useI18n();
  const fields = useShortFieldList();
  const channels = useChannelList();
  const group = groupOf(line);
  if (group !== 'running' && group !== 'fixed') return null;
  const parts = [
    line.fields.length > 0 ? fields(line.fields) : '',
    group === 'running' && line.channels.length > 0 ? channels(line.channels) : '',
  ].filter(Boolean);
  const missing = [
    ...(line.empty.length > 0 ? [t('me.purpose.empty', { fields: fields(line.empty) })] : []),
    ...quiet(line),
  ];
  if (missing.length === 0) return parts.join(' · ') || null;
  return (
    <>
      {parts.join(' · ')}
      {missing.map((text) => (
        <Fragment key={text}>
          <br />
          {text}
        </Fragment>
      ))}
    </>
  );

  function quiet({ quiet }: PurposeLine): string[] {
    if (quiet === null) return [];
    if (quiet === 'no-way') return [t('me.purpose.quiet.noWay')];
    return [
      quiet.topics
        ? t('me.purpose.quiet.topics', {
            topics: format.list(quiet.topics.map((topic) => t(`common.topic.${topic}`))),
          })
        : t('me.purpose.quiet.allTopics'),
    ];
  }
}
