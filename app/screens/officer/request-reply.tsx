import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DateInput } from '#app/ui/date-input.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { HoldKind, REQUEST_TEXT_MAX } from '#schema/request.ts';
import { IntentField } from '../me/intent-field.tsx';
import {
  ERASURE_SCOPES,
  type ReplyView,
  replyPath,
  requestPath,
  requestsPath,
  type SentReply,
} from './request-view.ts';

/** One step on a request: the draft in the person's language, to be changed until it is right. */
export function RequestReplyScreen({
  view,
  sent,
}: {
  readonly view: ReplyView;
  readonly sent: SentReply | undefined;
}) {
  const { t } = useI18n();
  const { id, kind, as, template, templates, held } = view;
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: requestsPath, label: t('officer.requests.title') },
              { href: requestPath(id), label: t(`officer.requests.kind.${kind}`) },
            ]}
          />
        }
        title={t(`officer.requests.reply.${as}`)}
        lead={<Lead {...view} />}
      />
      {held && as === 'done' && kind === 'erasure' ? (
        <Notice tone="wait" title={t('officer.requests.reply.heldBlocks')} />
      ) : null}
      {templates.length > 1 ? (
        <Tabs
          label={t('officer.requests.reply.template')}
          items={templates.map((one) => ({
            href: `${replyPath(id, as)}&template=${one}`,
            label: t(`officer.requests.reply.templateOf.${one}`),
            current: one === template,
          }))}
        />
      ) : null}
      <ReplyForm view={view} sent={sent} />
    </Stack>
  );
}

function Lead({ as, laterOn, dueOn }: ReplyView) {
  const { t, format } = useI18n();
  switch (as) {
    case 'note':
      return <>{t('officer.requests.reply.noteLead')}</>;
    case 'extract':
      return <>{t('officer.requests.reply.extractLead')}</>;
    case 'extended':
      return (
        <>
          {t('officer.requests.reply.extendedLead', { date: format.day(laterOn), until: format.day(dueOn) })}
        </>
      );
    case 'refused':
      return (
        <>
          {t('officer.requests.reply.lead')} {t('officer.requests.reply.refusedLead')}
        </>
      );
    default:
      return <>{t('officer.requests.reply.lead')}</>;
  }
}

function ReplyForm({ view, sent }: { readonly view: ReplyView; readonly sent: SentReply | undefined }) {
  const { t } = useI18n();
  const { as, draft, language, intentId } = view;
  const errors = (sent?.errors ?? []).map(({ id, message }) => ({ id, text: tell(t, message) }));
  const told = (id: string) => errors.find((error) => error.id === id)?.text;
  const isExtract = as === 'extract';
  return (
    <form method="post" encType="multipart/form-data">
      <Stack gap="l">
        <ErrorSummary title={t('error.form.summary', { count: errors.length })} errors={errors} />
        <IntentField id={intentId} />
        {view.asksScope ? <ScopeField sent={sent} told={told} /> : null}
        {as === 'held' ? <HoldFields sent={sent} told={told} /> : null}
        <TextArea
          name="text"
          label={t(isExtract ? 'officer.requests.reply.extractReason' : 'officer.requests.reply.text')}
          hint={isExtract ? t('officer.requests.reply.extractReasonHint') : undefined}
          error={told('text')}
          rows={isExtract ? 2 : 14}
          maxLength={REQUEST_TEXT_MAX}
          lang={as === 'note' || isExtract ? undefined : language}
          defaultValue={sent?.typed.text ?? draft}
        />
        {as === 'extended' || as === 'held' || isExtract ? null : (
          <FileInput
            name="file"
            label={t('officer.requests.reply.files')}
            marker={t('common.word.optional')}
            hint={t('officer.requests.reply.filesHint')}
            error={told('file')}
            accept=".pdf,.png,.jpg,.jpeg,.txt"
            multiple
          />
        )}
        <Actions>
          <Button kind="primary">
            {t(`officer.requests.reply.send.${as === 'note' || as === 'extract' ? as : 'person'}`)}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

interface PartProps {
  readonly sent: SentReply | undefined;
  readonly told: (id: string) => string | undefined;
}

/** Deleting everything ends the relationship here as well; the officer says which it was. */
function ScopeField({ sent, told }: PartProps) {
  const { t } = useI18n();
  return (
    <ChoiceGroup
      kind="radio"
      name="scope"
      legend={t('officer.requests.reply.scope')}
      error={told('scope')}
      choices={ERASURE_SCOPES.map((value) => ({
        value,
        label: t(`officer.requests.reply.scopeOf.${value}`),
        checked: sent?.typed.scope === value,
      }))}
    />
  );
}

function HoldFields({ sent, told }: PartProps) {
  const { t } = useI18n();
  return (
    <>
      <ChoiceGroup
        kind="radio"
        name="hold"
        legend={t('officer.requests.reply.hold')}
        error={told('hold')}
        choices={HoldKind.options.map((value) => ({
          value,
          label: t(`officer.requests.one.${value}`),
          checked: sent?.typed.hold === value,
        }))}
      />
      <DateInput
        name="until"
        label={t('officer.requests.reply.until')}
        hint={t('officer.requests.reply.untilHint')}
        error={told('until')}
        defaultValue={sent?.typed.until}
      />
    </>
  );
}
