import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Section } from '#app/ui/section.tsx';
import type { OwnExport } from '#schema/own-export.ts';
import { PageTable } from './page-table.tsx';
import { nameOf, type PartProps } from './part.ts';

type Conversation = OwnExport['conversations'][number];

/** What was said, word by word, one conversation after the other. */
export function Conversations({ data }: PartProps) {
  const { t, format } = useI18n();
  const { conversations } = data;
  if (conversations.length === 0) return <p className="soft">{t('me.takeAlong.page.noThreads')}</p>;
  return conversations.map((talk, place) => {
    const company = nameOf(data, talk.company);
    const state =
      talk.state === 'answered' && talk.startedBy === 'company'
        ? t('thread.state.written', { company })
        : t(`thread.state.${talk.state}`, { company });
    const about = [company, t(`thread.concern.${talk.concern}`), state];
    if (talk.wishedBy) about.push(t('common.date.until', { date: format.day(talk.wishedBy) }));
    return (
      <Section
        key={`${talk.createdAt}-${talk.title}`}
        id={`talk-${place + 1}`}
        level={3}
        title={talk.title}
        lead={about.join(' · ')}
      >
        <ul className="page-talk">
          {talk.messages.map((message) => (
            <Message key={`${message.at}-${message.text}`} message={message} company={company} />
          ))}
        </ul>
      </Section>
    );
  });
}

interface MessageProps {
  readonly message: Conversation['messages'][number];
  readonly company: string;
}

function Message({ message: { at, by, role, text, pictures }, company }: MessageProps) {
  const { t, format } = useI18n();
  const own = by === 'customer';
  const who = own
    ? t('thread.you')
    : t('thread.staff', { role: t(`common.role.${role ?? 'marketer'}`), company });
  return (
    <li className={own ? 'page-own' : undefined}>
      <div className="page-earlier">
        {who}, {format.dateTime(at)}
      </div>
      {text}
      {pictures.map((name, place) => (
        <div key={name}>
          <a href={name}>{t('thread.picture', { number: place + 1, total: pictures.length })}</a>
        </div>
      ))}
    </li>
  );
}

/** What companies wrote down, and what the customer says against it. */
export function Notes({ data }: PartProps) {
  const { t, format } = useI18n();
  const { companyNotes, statements } = data;
  const rows = [
    ...companyNotes.map(({ company, kind, happenedOn, text }) => ({
      day: happenedOn,
      cells: [format.day(happenedOn), nameOf(data, company), `${t(`thread.kind.${kind}`)}: ${text}`],
    })),
    ...statements.map(({ company, at, text }) => ({
      day: at,
      cells: [
        format.date(at),
        nameOf(data, company),
        `${t('me.record.statement', { date: format.date(at) })}: ${text}`,
      ],
    })),
  ];
  return (
    <PageTable
      title={t('me.record.title')}
      empty={t('me.record.noneTitle')}
      head={[t('me.takeAlong.when'), t('me.takeAlong.company'), t('me.record.list')]}
      rows={rows.sort((a, b) => (a.day > b.day ? -1 : 1)).map(({ cells }) => cells)}
    />
  );
}
