import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { DescriptionList, type Fact } from '#app/ui/description-list.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { textIn } from '#schema/language.ts';
import { EntryPlaceSection } from './entry-place.tsx';
import { EntryRecord } from './entry-record.tsx';
import type { EntryProblem, EntryView } from './entry-view.ts';
import { OpenRecord } from './open-record.tsx';
import { personPath, shortSubject } from './paths.ts';

interface EntryScreenProps {
  readonly view: EntryView;
  readonly problem: EntryProblem | undefined;
}

/** One entry: what stands in clear, its place in the tree, and, with a reason, the record itself. */
export function EntryScreen({ view, problem }: EntryScreenProps) {
  const { t, format } = useI18n();
  const { line, place, look, closed } = view;
  return (
    <Stack gap="xl">
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: '/officer/log', label: t('officer.log.title') }]}
          />
        }
        kicker={t('officer.entry.title', { index: line.index })}
        title={t(`state.officer.event.${line.kind}`)}
        lead={<time dateTime={line.at}>{format.exact(line.at)}</time>}
      />
      {look === null ? null : (
        <Notice
          tone={look.damaged ? 'problem' : look.opened ? 'done' : 'info'}
          live="status"
          title={t('officer.entry.opened', { index: look.index })}
        >
          {look.opened
            ? t('officer.entry.openUntil', { time: format.time(look.closesAt) })
            : t(look.damaged ? 'officer.entry.damaged' : 'officer.entry.shredded')}
        </Notice>
      )}
      {closed ? <Notice tone="info" title={t('officer.entry.closed')} /> : null}
      {look?.opened ? <EntryRecord opened={look.opened} /> : null}
      <Section id="clear" title={t('officer.entry.clear')}>
        <DescriptionList facts={useClearFacts(view)} />
      </Section>
      {look === null ? <OpenRecord view={view} problem={problem} /> : null}
      <EntryPlaceSection place={place} />
    </Stack>
  );
}

function useClearFacts({ line }: EntryView): Fact[] {
  const { t, language } = useI18n();
  const { purpose, method, channel, subject } = line;
  const facts: (Fact | null)[] = [
    purpose
      ? {
          term: t('officer.entry.purpose'),
          text:
            purpose.version === null
              ? textIn(purpose.title, language)
              : `${textIn(purpose.title, language)}, ${t('officer.log.version', { version: String(purpose.version) })}`,
        }
      : null,
    method ? { term: t('officer.entry.method'), text: t(`state.officer.method.${method}`) } : null,
    channel ? { term: t('officer.entry.channel'), text: t(`common.channel.${channel}`) } : null,
    {
      term: t('officer.entry.person'),
      text: subject ? <a href={personPath(subject)}>{shortSubject(subject)}</a> : t('officer.entry.noPerson'),
    },
  ];
  return facts.filter((fact): fact is Fact => fact !== null);
}
