import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type Message, tell } from '#app/i18n/message.ts';
import { Tag } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DateInput } from '#app/ui/date-input.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { DecisionMethod } from '#schema/consent.ts';
import { textIn } from '#schema/language.ts';
import type { LedgerKind } from '#schema/ledger.ts';
import {
  ACCESS_KINDS,
  DECISION_KINDS,
  type LogSearch as LogFilters,
  type LogSearchProblem,
  type LogView,
  logPath,
  OTHER_KINDS,
} from './log-view.ts';
import { shortSubject } from './paths.ts';

interface LogSearchProps extends Pick<LogView, 'search' | 'purposes'> {
  readonly problem: LogSearchProblem | undefined;
}

/** Sent by POST: an address or a number is turned into an opaque id before anything stands in the address of a page. */
export function LogSearch({ search, purposes, problem }: LogSearchProps) {
  const { t, language } = useI18n();
  const typed = problem?.typed ?? { ...search, person: '' };
  const told = (error: Message | undefined) => error && tell(t, error);
  const kind = (value: LedgerKind) => ({ value, label: t(`state.officer.event.${value}`) });
  const all = { value: '', label: t('officer.log.all') };
  return (
    <FilterBar
      label={t('officer.log.search')}
      action="/officer/log"
      method="post"
      actions={
        <>
          <Button size="s" kind="primary" icon="search">
            {t('common.action.search')}
          </Button>
          <ButtonLink size="s" kind="quiet" href="/officer/log">
            {t('common.action.clear')}
          </ButtonLink>
        </>
      }
      active={<ActiveFilters search={search} purposes={purposes} />}
    >
      {search.subjects.map((subject) => (
        <input key={subject} type="hidden" name="subject" value={subject} />
      ))}
      <TextInput
        name="person"
        type="search"
        label={t('officer.log.person')}
        defaultValue={typed.person}
        error={told(problem?.errors.person)}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
      />
      <SelectInput
        name="purpose"
        label={t('officer.log.purpose')}
        defaultValue={typed.purpose}
        options={[
          all,
          ...purposes.map(({ slug, title }) => ({ value: slug, label: textIn(title, language) })),
        ]}
      />
      <SelectInput
        name="kind"
        label={t('officer.log.kind')}
        defaultValue={typed.kind}
        options={[
          all,
          { label: t('officer.log.decisions'), options: DECISION_KINDS.map(kind) },
          { label: t('officer.log.access'), options: ACCESS_KINDS.map(kind) },
          { label: t('officer.log.rest'), options: OTHER_KINDS.map(kind) },
        ]}
      />
      <SelectInput
        name="method"
        label={t('officer.log.method')}
        defaultValue={typed.method}
        options={[
          all,
          ...DecisionMethod.options.map((value) => ({ value, label: t(`state.officer.method.${value}`) })),
        ]}
      />
      <DateInput
        name="from"
        label={t('officer.log.from')}
        defaultValue={typed.from}
        error={told(problem?.errors.from)}
      />
      <DateInput
        name="until"
        label={t('officer.log.until')}
        defaultValue={typed.until}
        error={told(problem?.errors.until)}
      />
    </FilterBar>
  );
}

/** Each filter that is on, as a link to the same search without it. */
function ActiveFilters({ search, purposes }: Pick<LogSearchProps, 'search' | 'purposes'>) {
  const { t, language, format } = useI18n();
  const { subjects, purpose, kind, method, from, until } = search;
  const without = (change: Partial<LogFilters>) => logPath({ ...search, ...change });
  const title = purposes.find(({ slug }) => slug === purpose)?.title;
  const tags = [
    ...subjects.map((subject) => ({
      href: without({ subjects: subjects.filter((other) => other !== subject) }),
      text: t('officer.log.tagPerson', { subject: shortSubject(subject) }),
    })),
    ...(title ? [{ href: without({ purpose: '' }), text: textIn(title, language) }] : []),
    ...(kind ? [{ href: without({ kind: '' }), text: t(`state.officer.event.${kind}`) }] : []),
    ...(method ? [{ href: without({ method: '' }), text: t(`state.officer.method.${method}`) }] : []),
    ...(from
      ? [{ href: without({ from: '' }), text: t('officer.log.tagFrom', { date: format.day(from) }) }]
      : []),
    ...(until
      ? [{ href: without({ until: '' }), text: t('officer.log.tagUntil', { date: format.day(until) }) }]
      : []),
  ];
  if (tags.length === 0) return null;
  return (
    <>
      <span className="soft">{t('officer.log.active')}</span>
      {tags.map(({ href, text }) => (
        <Tag key={text} href={href} removeLabel={t('officer.log.remove')}>
          {text}
        </Tag>
      ))}
    </>
  );
}
