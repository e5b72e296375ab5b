import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { textIn } from '#schema/language.ts';
import { TEXT_MAX } from '#schema/thread.ts';
import { useToldForm } from '../thread/form-errors.ts';
import { PicturesInput } from '../thread/pictures-input.tsx';
import { QuoteCard } from '../thread/quote-card.tsx';
import { ThreadTalk } from '../thread/thread-talk.tsx';
import type { SentForm, ThreadView } from '../thread/view.ts';
import { Branded } from './branded.tsx';
import { IntentField } from './intent-field.tsx';
import type { CompanyName } from './view.ts';

export const THREAD_DONE = ['started', 'sent', 'closed', 'called'] as const;
const FIELDS = ['text', 'pictures'] as const;
export type ThreadField = (typeof FIELDS)[number];

export interface OwnThreadView {
  readonly thread: ThreadView;
  readonly company: CompanyName;
  readonly mayCallOfficer: boolean;
  readonly done: (typeof THREAD_DONE)[number] | null;
  readonly intentId: string;
}

interface ThreadProps {
  readonly view: OwnThreadView;
  readonly form: SentForm<ThreadField> | undefined;
}

/** One conversation: whose turn it is and until when, what was said, and what the customer can do. */
export function ThreadScreen({ view, form }: ThreadProps) {
  const { t } = useI18n();
  const { thread, company, done } = view;
  const name = company.name;
  return (
    <Branded company={company.slug}>
      <Stack gap="l">
        {done ? (
          <Notice tone="done" live="status" title={t(`me.thread.done.${done}`, { company: name })} />
        ) : null}
        <PageHeader
          back={
            <BackLink
              label={t('common.nav.breadcrumb')}
              trail={[{ href: '/me/messages', label: t('common.nav.messages') }]}
            />
          }
          kicker={
            <>
              <BrandMark name={name} size="s" /> {name} · {t(`thread.concern.${thread.concern}`)}
            </>
          }
          title={thread.title}
          lead={<Standing view={view} />}
        />
        {thread.quote ? <QuoteCard quote={thread.quote} companyName={name} /> : null}
        <ThreadTalk thread={thread} reader="customer" />
        {view.mayCallOfficer ? <CallOfficer view={view} /> : null}
        {thread.state === 'closed' ? null : <WriteOn view={view} form={form} />}
        {thread.state === 'closed' ? null : <Close view={view} />}
      </Stack>
    </Branded>
  );
}

function Standing({ view: { thread, company } }: { readonly view: OwnThreadView }) {
  const { t, format, language } = useI18n();
  const { state, startedBy, purpose, dueAt, overdue, wishedBy, officerSince, messages } = thread;
  const { name } = company;
  const answered = messages.some(({ by }) => by === 'customer');
  const parts =
    state === 'closed'
      ? [t('me.thread.closed')]
      : state === 'open' && dueAt
        ? [
            ...(wishedBy ? [t('me.thread.wished', { date: format.day(wishedBy) })] : []),
            t(overdue ? 'me.thread.overdue' : 'me.thread.answersUntil', {
              company: name,
              date: format.date(dueAt),
            }),
          ]
        : startedBy === 'company' && !answered
          ? [
              t('me.thread.written', { company: name, purpose: purpose ? textIn(purpose, language) : '' }),
              t('me.thread.answerMeans'),
            ]
          : [t('me.thread.answered', { company: name })];
  if (officerSince && state !== 'closed')
    parts.push(t('me.thread.officerSince', { company: name, date: format.date(officerSince) }));
  return <>{parts.join(' ')}</>;
}

function CallOfficer({ view: { company, intentId } }: { readonly view: OwnThreadView }) {
  const { t } = useI18n();
  return (
    <Card tone="question" title={t('me.thread.callOfficer')}>
      <p>{t('me.thread.callText', { company: company.name })}</p>
      <form method="post">
        <IntentField id={intentId} />
        <Actions>
          <Button name="act" value="call">
            {t('me.thread.callOfficer')}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}

function WriteOn({ view: { intentId }, form }: ThreadProps) {
  const { t } = useI18n();
  const { told, wrong, typed } = useToldForm(form, FIELDS);
  return (
    <Section id="write" title={t('me.thread.writeOn')}>
      <form id={ENTRY_FORM} method="post" encType="multipart/form-data" noValidate>
        <Stack>
          <ErrorSummary title={t('error.form.summary', { count: wrong.length })} errors={wrong} />
          <IntentField id={intentId} />
          <input type="hidden" name="act" value="write" />
          <TextArea
            name="text"
            label={t('thread.text')}
            error={told('text')}
            maxLength={TEXT_MAX}
            defaultValue={typed('text')}
          />
          <PicturesInput error={told('pictures')} again={form !== undefined} />
          <Actions>
            <Button kind="primary">{t('thread.send')}</Button>
          </Actions>
        </Stack>
      </form>
    </Section>
  );
}

function Close({ view: { intentId } }: { readonly view: OwnThreadView }) {
  const { t } = useI18n();
  return (
    <Section id="close" title={t('me.thread.close')} lead={t('me.thread.closeText')} level={3}>
      <form method="post">
        <IntentField id={intentId} />
        <Actions>
          <Button name="act" value="close">
            {t('me.thread.close')}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
