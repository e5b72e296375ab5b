import { type I18n, I18nProvider, useI18n } from '#app/i18n/i18n-context.tsx';
import type { MessageKey } from '#app/i18n/message-key.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { Stats } from '#app/ui/stat.tsx';
import { Wordmark } from '#app/ui/wordmark.tsx';
import { isCompanyField } from '#schema/company-field.ts';
import type { OwnExport } from '#schema/own-export.ts';
import { Account, Companies } from './about.tsx';
import { Answers } from './answers.tsx';
import { Conversations, Notes } from './dialogue.tsx';
import { htmlPage } from './html-page.tsx';
import { Brought, Events, Looks } from './log.tsx';
import type { NewestLines, PartProps } from './part.ts';
import { Profile } from './profile.tsx';
import { Questions } from './questions.tsx';
import { Recalls } from './recalls.tsx';
import { Requests } from './requests.tsx';
import { Texts } from './texts.tsx';
import { MailLinks, Upkeep } from './upkeep.tsx';
import { Preferences, Uses } from './wishes.tsx';

/** The whole export to read offline. */
export function customerPage(data: OwnExport, newest: NewestLines, i18n: I18n): string {
  const companyFields = data.profile.flatMap(({ field, defined }) =>
    defined && isCompanyField(field) ? [{ id: field, ...defined }] : [],
  );
  return htmlPage({
    language: i18n.locale,
    title: i18n.t('me.takeAlong.page.headline'),
    body: (
      <I18nProvider locale={i18n.locale} now={data.exportedAt} companyFields={companyFields}>
        <Content data={data} newest={newest} />
      </I18nProvider>
    ),
  });
}

interface Part {
  readonly id: string;
  readonly title: PlainKey;
  readonly lead?: PlainKey;
  readonly Body: (props: PartProps) => React.ReactNode;
  readonly count?: (data: OwnExport) => number;
}
/** A text that needs no values. */
type PlainKey = Extract<
  MessageKey,
  | `me.takeAlong.${'answers' | 'messages' | 'page.brought' | 'page.knownAsText'}`
  | `me.takeAlong.page.${'upkeep' | 'links'}.${'title' | 'lead'}`
  | `me.${'account' | 'companies' | 'data' | 'preferences' | 'recalls' | 'questions' | 'messages' | 'record' | 'looks' | 'history'}.title`
  | 'me.rights.own'
  | 'me.looks.lead'
  | 'me.history.lead'
  | 'me.entry.textTitle'
>;

/** What matters to a reader comes first; what only proves or runs it, last. */
const PARTS: readonly Part[] = [
  { id: 'profile', title: 'me.data.title', Body: Profile, count: ({ profile }) => profile.length },
  {
    id: 'companies',
    title: 'me.companies.title',
    lead: 'me.takeAlong.page.knownAsText',
    Body: Companies,
    count: ({ companies }) => companies.length,
  },
  { id: 'answers', title: 'me.takeAlong.answers', Body: Answers, count: ({ consents }) => consents.length },
  { id: 'wishes', title: 'me.preferences.title', Body: Preferences },
  {
    id: 'looks',
    title: 'me.looks.title',
    lead: 'me.looks.lead',
    Body: Looks,
    count: ({ counts }) => counts.disclosures,
  },
  {
    id: 'talks',
    title: 'me.messages.title',
    Body: Conversations,
    count: ({ conversations }) => conversations.length,
  },
  { id: 'notes', title: 'me.record.title', Body: Notes, count: ({ companyNotes }) => companyNotes.length },
  { id: 'requests', title: 'me.rights.own', Body: Requests, count: ({ requests }) => requests.length },
  {
    id: 'questions',
    title: 'me.questions.title',
    Body: Questions,
    count: ({ asking }) => asking.received.length,
  },
  { id: 'recalls', title: 'me.recalls.title', Body: Recalls, count: ({ recalls }) => recalls.length },
  { id: 'messages', title: 'me.takeAlong.messages', Body: Uses, count: ({ uses }) => uses.length },
  {
    id: 'history',
    title: 'me.history.title',
    lead: 'me.history.lead',
    Body: Events,
    count: ({ counts }) => counts.entries,
  },
  { id: 'brought', title: 'me.takeAlong.page.brought', Body: Brought, count: ({ counts }) => counts.brought },
  { id: 'account', title: 'me.account.title', Body: Account },
  {
    id: 'upkeep',
    title: 'me.takeAlong.page.upkeep.title',
    lead: 'me.takeAlong.page.upkeep.lead',
    Body: Upkeep,
  },
  {
    id: 'links',
    title: 'me.takeAlong.page.links.title',
    lead: 'me.takeAlong.page.links.lead',
    Body: MailLinks,
    count: ({ upkeep }) => upkeep.mailLinks.length,
  },
  { id: 'texts', title: 'me.entry.textTitle', Body: Texts, count: ({ texts }) => texts.length },
];

const OTHER_FILES = ['README.txt', 'driverseat-export.json', 'manifest.json', 'log/key.txt'] as const;

function Content(props: PartProps) {
  const { t, format } = useI18n();
  const { data } = props;
  return (
    <main className="page">
      <p className="page-from">
        <Wordmark />
        <span>{data.log.origin.replace(/\/log$/, '')}</span>
      </p>
      <PageHeader
        kicker={ownName(data)}
        title={t('me.takeAlong.page.headline')}
        lead={t('me.takeAlong.page.lead', { date: format.dateTime(data.exportedAt) })}
      />
      <Figures data={data} />
      <div className="page-parts">
        <nav className="page-contents" aria-labelledby="contents">
          <h2 id="contents">{t('me.takeAlong.page.contents')}</h2>
          <ol>
            {PARTS.map(({ id, title, count }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  {t(title)} {count ? <span className="page-count">{format.number(count(data))}</span> : null}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div>
          {PARTS.map(({ id, title, lead, Body }) => (
            <Section key={id} id={id} title={t(title)} lead={lead && t(lead)}>
              <Body {...props} />
            </Section>
          ))}
        </div>
      </div>
      <footer className="page-foot">
        <p>
          {t('me.takeAlong.page.more')}{' '}
          {OTHER_FILES.map((name, place) => (
            <span key={name}>
              {place > 0 ? ' · ' : null}
              <a href={name}>{name}</a>
            </span>
          ))}
        </p>
      </footer>
    </main>
  );
}

function Figures({ data }: Pick<PartProps, 'data'>) {
  const { t, format } = useI18n();
  const allowed = data.consents.filter((one) => one.allowed).length;
  const figures = [
    { href: '#profile', label: t('me.data.title'), value: data.profile.length },
    { href: '#companies', label: t('me.companies.title'), value: data.companies.length },
    { href: '#answers', label: t('me.takeAlong.page.allowed'), value: allowed },
    { href: '#looks', label: t('me.takeAlong.page.looks'), value: data.counts.disclosures },
  ];
  return <Stats figures={figures.map((one) => ({ ...one, value: format.number(one.value) }))} />;
}

function ownName({ profile }: OwnExport): string | undefined {
  const value = (name: string) => profile.find(({ field }) => field === name)?.value;
  const parts = [value('given-name'), value('family-name')].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(' ') : undefined;
}
