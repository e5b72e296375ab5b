import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DateInput } from '#app/ui/date-input.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { CUSTOMER_CONCERNS, TEXT_MAX, TITLE_MAX } from '#schema/thread.ts';
import { useToldForm } from '../thread/form-errors.ts';
import { PicturesInput } from '../thread/pictures-input.tsx';
import { QuoteCard } from '../thread/quote-card.tsx';
import type { QuoteView, SentForm } from '../thread/view.ts';
import { Branded } from './branded.tsx';
import { IntentField } from './intent-field.tsx';
import type { CompanyName } from './view.ts';

const FIELDS = ['company', 'concern', 'title', 'text', 'wishedBy', 'pictures'] as const;
export type NewMessageField = (typeof FIELDS)[number];

export interface NewMessageView {
  /** Those that can be written to. */
  readonly companies: readonly CompanyName[];
  /** Null: chosen in the form. */
  readonly chosen: CompanyName | null;
  /** What is questioned. */
  readonly quote: QuoteView | null;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly intentId: string;
}

interface NewMessageProps {
  readonly view: NewMessageView;
  readonly form: SentForm<NewMessageField> | undefined;
}

/** A wish, a question, a disagreement: to any connected company, about anything or about one look or entry. */
export function NewMessageScreen({ view, form }: NewMessageProps) {
  const { t } = useI18n();
  const { chosen, quote } = view;
  const page = (
    <Stack gap="l">
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: '/me/messages', label: t('common.nav.messages') }]}
          />
        }
        title={
          chosen ? t('me.newMessage.headline', { company: chosen.name }) : t('me.newMessage.headlineAny')
        }
        lead={t('me.newMessage.lead')}
      />
      {quote && chosen ? <QuoteCard quote={quote} companyName={chosen.name} /> : null}
      <MessageForm view={view} form={form} />
    </Stack>
  );
  return chosen ? <Branded company={chosen.slug}>{page}</Branded> : page;
}

function MessageForm({ view, form }: NewMessageProps) {
  const { t, format } = useI18n();
  const { companies, chosen, quote, today, intentId } = view;
  const { told, wrong, typed } = useToldForm(form, FIELDS);
  // Nobody looks for tyres because of a look.
  const concerns = CUSTOMER_CONCERNS.filter((concern) => !quote || concern !== 'need');
  const subject = !quote
    ? ''
    : quote.kind === 'look'
      ? t('me.newMessage.subjectLook', { date: format.date(quote.at) })
      : t('me.newMessage.subjectEntry', { date: format.day(quote.happenedOn) });
  return (
    <form id={ENTRY_FORM} method="post" encType="multipart/form-data" noValidate>
      <Stack gap="l">
        <ErrorSummary title={t('error.form.summary', { count: wrong.length })} errors={wrong} />
        <IntentField id={intentId} />
        {chosen ? null : (
          <ChoiceGroup
            kind="radio"
            name="company"
            legend={t('me.newMessage.with')}
            error={told('company')}
            choices={companies.map(({ slug, name }) => ({
              value: slug,
              label: name,
              checked: typed('company') === slug,
            }))}
          />
        )}
        <ChoiceGroup
          kind="radio"
          name="concern"
          legend={t('me.newMessage.concern')}
          error={told('concern')}
          choices={concerns.map((concern) => ({
            value: concern,
            label: t(`me.newMessage.${concern}`),
            detail:
              quote && concern === 'disagreement'
                ? t('me.newMessage.disagreementStays')
                : t(`me.newMessage.${concern}Detail`),
            checked: typed('concern') === concern,
          }))}
        />
        <TextInput
          name="title"
          label={t('me.newMessage.subject')}
          error={told('title')}
          maxLength={TITLE_MAX}
          defaultValue={typed('title', subject)}
          autoComplete="off"
        />
        <TextArea
          name="text"
          label={t('thread.text')}
          hint={t('me.newMessage.textHint')}
          error={told('text')}
          rows={6}
          maxLength={TEXT_MAX}
          defaultValue={typed('text')}
        />
        <DateInput
          name="wishedBy"
          label={t('me.newMessage.wishedBy')}
          marker={t('common.word.optional')}
          hint={t('me.newMessage.wishedByHint')}
          error={told('wishedBy')}
          min={today}
          defaultValue={typed('wishedBy')}
        />
        <PicturesInput error={told('pictures')} again={form !== undefined} />
        <Actions>
          <Button kind="primary">{t('thread.send')}</Button>
        </Actions>
      </Stack>
    </form>
  );
}
