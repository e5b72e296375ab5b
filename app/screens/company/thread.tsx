import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import type { SubjectId } from '#schema/ids.ts';
import { textIn } from '#schema/language.ts';
import { TEXT_MAX } from '#schema/thread.ts';
import { useToldForm } from '../thread/form-errors.ts';
import { PicturesInput } from '../thread/pictures-input.tsx';
import { QuoteCard } from '../thread/quote-card.tsx';
import { ThreadTalk } from '../thread/thread-talk.tsx';
import type { SentForm, ThreadView } from '../thread/view.ts';
import { shortSubject } from './view.ts';

const FIELDS = ['text', 'pictures'] as const;
export type AnswerField = (typeof FIELDS)[number];

export interface StaffThreadView {
  readonly thread: ThreadView;
  readonly subject: SubjectId;
  /** What the customer sees instead of a name. */
  readonly sign: string;
  readonly mayWrite: boolean;
  readonly area: 'company' | 'officer';
  readonly sent: boolean;
  readonly intentId: string;
}

interface StaffThreadProps {
  readonly view: StaffThreadView;
  readonly form: SentForm<AnswerField> | undefined;
}

/** One conversation as the company reads it: what was said, until when to answer, and whether a word is allowed. */
export function StaffThreadScreen({ view, form }: StaffThreadProps) {
  const { t, format, language } = useI18n();
  const { thread, subject, area, mayWrite, sent } = view;
  const { startedBy, purpose, quote, createdAt, concern } = thread;
  const begun = { person: shortSubject(subject), when: format.relativeDay(createdAt) };
  return (
    <Stack gap="l">
      {sent ? <Notice tone="done" live="status" title={t('company.dialogue.thread.sent')} /> : null}
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: `/${area}/messages`, label: t('company.dialogue.thread.back') }]}
          />
        }
        title={thread.title}
        lead={
          startedBy === 'company' && purpose
            ? t('company.dialogue.thread.leadOffer', { ...begun, purpose: textIn(purpose, language) })
            : t('company.dialogue.thread.lead', { ...begun, concern: t(`thread.concern.${concern}`) })
        }
      />
      {quote ? <QuoteCard quote={quote} companyName={thread.companyName} /> : null}
      <ThreadTalk thread={thread} reader="company" />
      <Turn view={view} />
      {mayWrite ? <Answer view={view} form={form} /> : null}
    </Stack>
  );
}

function Turn({ view: { thread, mayWrite } }: { readonly view: StaffThreadView }) {
  const { t, format } = useI18n();
  const { state, dueAt, waitsSince, overdue, wishedBy, officerSince } = thread;
  const officer = officerSince
    ? t('company.dialogue.thread.officerText', { date: format.date(officerSince) })
    : null;
  if (state === 'closed') return <Notice tone="info" title={t('company.dialogue.thread.closed')} />;
  if (state === 'answered') {
    return (
      <Notice tone="info" title={t('company.dialogue.thread.answered')}>
        {mayWrite ? null : <p>{t('company.dialogue.thread.answeredText')}</p>}
        {officer ? <p>{officer}</p> : null}
      </Notice>
    );
  }
  const due = dueAt ? format.date(dueAt) : '';
  return (
    <Notice
      tone={overdue ? 'problem' : 'wait'}
      title={t(overdue ? 'company.dialogue.thread.overdueText' : 'company.dialogue.thread.dueText', {
        date: due,
      })}
    >
      {waitsSince || wishedBy || officer ? (
        <>
          {waitsSince ? (
            <p>{t('company.dialogue.thread.sinceText', { date: format.date(waitsSince) })}</p>
          ) : null}
          {wishedBy ? <p>{t('company.dialogue.thread.wishedText', { date: format.day(wishedBy) })}</p> : null}
          {officer || overdue ? <p>{officer ?? t('company.dialogue.thread.mayCallText')}</p> : null}
        </>
      ) : null}
    </Notice>
  );
}

function Answer({ view: { thread, sign, intentId }, form }: StaffThreadProps) {
  const { t } = useI18n();
  const { told, wrong, typed } = useToldForm(form, FIELDS);
  return (
    <Section id="answer" title={t('company.dialogue.thread.yourAnswer')}>
      <form id={ENTRY_FORM} method="post" encType="multipart/form-data" noValidate>
        <Stack>
          <ErrorSummary title={t('error.form.summary', { count: wrong.length })} errors={wrong} />
          <input type="hidden" name="intent-id" value={intentId} />
          <TextArea
            name="text"
            label={t('thread.text')}
            hint={
              thread.state === 'open'
                ? t('company.dialogue.thread.answerHint', { sign })
                : t('company.dialogue.thread.followHint')
            }
            error={told('text')}
            rows={6}
            maxLength={TEXT_MAX}
            defaultValue={typed('text')}
          />
          <PicturesInput error={told('pictures')} again={form !== undefined} />
          <Actions>
            <Button kind="primary">{t('company.dialogue.thread.send')}</Button>
          </Actions>
        </Stack>
      </form>
    </Section>
  );
}
