import type { ReactNode } from 'react';
import { Account } from '#app/ui/account.tsx';
import { AnswerPair } from '#app/ui/answer-pair.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Badge, Tag } from '#app/ui/badge.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CalendarHeatMap } from '#app/ui/calendar-heat-map.tsx';
import { Card } from '#app/ui/card.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { CodeBlock } from '#app/ui/code-block.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { DateInput } from '#app/ui/date-input.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { LanguageSwitch } from '#app/ui/language-switch.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Meters } from '#app/ui/meter.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Plot } from '#app/ui/plot.tsx';
import { Section } from '#app/ui/section.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { Shell } from '#app/ui/shell.tsx';
import { SiteFooter } from '#app/ui/site-footer.tsx';
import { Stats } from '#app/ui/stat.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { Talk } from '#app/ui/talk.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import { Wordmark } from '#app/ui/wordmark.tsx';
import { WrittenText } from '#app/ui/written-text.tsx';

const wrong = {
  name: 'street',
  label: 'Straße',
  hint: 'mit Nummer',
  error: 'Schreiben Sie die Nummer dazu.',
};
const link = { href: '/a', label: 'A' };

/** One example of each building block, under the name of its file. */
export const everyComponent: Record<string, ReactNode> = {
  account: <Account name="Anna Berger" detail="Datenschutz" href="/me" />,
  'answer-pair': (
    <AnswerPair
      name="answer"
      label="Ja?"
      yes={{ value: 'yes', label: 'Ja' }}
      no={{ value: 'no', label: 'Nein' }}
    />
  ),
  'back-link': <BackLink label="Pfad" trail={[link]} />,
  badge: (
    <Badge>
      <Tag href="?" removeLabel="entfernen">
        A
      </Tag>
    </Badge>
  ),
  'brand-mark': <BrandMark name="Alpenrad" brandClass="brand-alpenrad" />,
  button: (
    <>
      <Button name="act" value="go">
        Los
      </Button>
      <ButtonLink href="/a" icon="print">
        A
      </ButtonLink>
    </>
  ),
  'calendar-heat-map': (
    <CalendarHeatMap
      from="2026-01-01"
      to="2026-11-21"
      days={[{ date: '2026-11-20', count: 9, label: '20. November: 9 Blicke' }]}
      title="Blicke"
      monthNames={'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez'.split(' ')}
      weekdayNames={'Mo Di Mi Do Fr Sa So'.split(' ')}
      legend={{ less: '0', more: '8' }}
    />
  ),
  card: <Card title="Alpenrad" subtitle="seit 2024" footer="…" />,
  checkbox: <Checkbox {...wrong} detail="so" />,
  'choice-group': (
    <ChoiceGroup
      {...wrong}
      legend="Weg"
      kind="radio"
      choices={[{ value: 'a', label: 'A', detail: 'so', end: 'x' }]}
    />
  ),
  'code-block': <CodeBlock label="Befehl" code="npx driverseat verify" />,
  'data-table': (
    <DataTable
      caption="Werte"
      columns={[
        {
          key: 'a',
          head: 'A',
          cell: (row: number) => row,
          lead: true,
          sort: { href: '?s=a', now: 'ascending' },
        },
        { key: 'b', head: 'B', cell: (row: number) => row * 2, numeric: true },
      ]}
      rows={[1, 2]}
      rowKey={String}
    />
  ),
  'written-text': <WrittenText text={'Guten Tag,\n\nbitte löschen.'} />,
  'file-input': <FileInput {...wrong} multiple accept=".pdf" />,
  'date-input': <DateInput {...wrong} defaultValue="2026-11-21" />,
  'description-list': <DescriptionList facts={[{ term: 'Wer', text: 'Alpenrad' }]} look="lines" />,
  details: <Details summary="Mehr">Text</Details>,
  'empty-state': <EmptyState title="Niemand hat geschaut." />,
  'error-summary': <ErrorSummary title="Eine Angabe fehlt" errors={[{ id: 'street', text: 'Straße' }]} />,
  field: (
    <Field id="own" label="Eigenes">
      <input id="own" className="control" />
    </Field>
  ),
  'filter-bar': (
    <FilterBar label="Suche" action="/log" actions={<Button>Suchen</Button>}>
      <TextInput name="q" label="Wort" type="search" />
    </FilterBar>
  ),
  'hash-value': <HashValue value="0123456789abcdef01" />,
  icon: <Icon name="lock" />,
  'language-switch': (
    <LanguageSwitch
      label="Sprache"
      options={[{ code: 'de', short: 'DE', name: 'Deutsch', href: '?', current: true }]}
    />
  ),
  layout: <Stack>Text</Stack>,
  'link-list': <LinkList rows={[{ key: 'a', title: 'A', href: '/a', detail: 'so', end: 'Ja' }]} />,
  meter: <Meters rows={[{ key: 'a', label: 'A', value: 3, text: '3' }]} max={12} />,
  notice: <Notice tone="done" title="Gespeichert" live="status" />,
  'page-header': <PageHeader title="Eins." lead="Zwei." kicker="Drei" actions={<Button>Los</Button>} />,
  pagination: <Pagination label="Seiten" summary="1–2" next={link} />,
  plot: (
    <Plot title="Befund" table={{ label: 'Als Tabelle', content: 'x' }}>
      …
    </Plot>
  ),
  section: <Section id="s" title="Teil" />,
  'select-input': (
    <SelectInput
      {...wrong}
      options={[{ label: 'G', options: [{ value: 'a', label: 'A' }] }]}
      defaultValue="a"
    />
  ),
  shell: (
    <Shell
      skipLabel="Zum Inhalt"
      homeHref="/"
      nav={{
        label: 'Bereiche',
        items: [{ ...link, current: true }],
        menuLabel: 'Menü',
        closeLabel: 'Schließen',
      }}
      tools="…"
    >
      Text
    </Shell>
  ),
  'site-footer': (
    <SiteFooter label="Rechtliches" links={[link]} status={{ tone: 'done', text: 'lückenlos' }} />
  ),
  stat: <Stats figures={[{ label: 'Personen', value: '12' }]} />,
  'state-mark': <StateMark state="granted" word="Ja" date="bis März 2027" />,
  tabs: <Tabs label="Ansichten" items={[{ ...link, current: true, count: 2 }]} />,
  'text-area': <TextArea {...wrong} />,
  'text-input': <TextInput {...wrong} type="email" defaultValue="anna@" />,
  talk: (
    <Talk
      label="Gespräch"
      items={[
        {
          key: 'a',
          own: true,
          who: 'Sie',
          time: 'heute',
          dateTime: '2026-11-21',
          text: 'Gibt es Winterreifen?',
          pictures: [{ href: '/bild', label: 'Bild 1', width: 40, height: 30 }],
        },
      ]}
    />
  ),
  timeline: <Timeline items={[{ key: 'a', time: 'heute', title: 'Ja' }]} />,
  wordmark: <Wordmark />,
};
