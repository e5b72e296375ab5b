import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DateInput } from '#app/ui/date-input.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Language } from '#schema/language.ts';
import { REQUEST_KINDS, REQUEST_TEXT_MAX } from '#schema/request.ts';
import { IntentField } from '../me/intent-field.tsx';
import { type NewField, type NewRequestView, requestsPath, type SentNewRequest } from './request-view.ts';

export const STAFF_ORIGINS = ['letter', 'phone', 'email'] as const;

interface FormProps {
  readonly view: NewRequestView;
  readonly sent: SentNewRequest | undefined;
}

/** A letter, call or mail becomes a request: what counts is the day on which it arrived. */
export function RequestNewScreen({ view, sent }: FormProps) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: requestsPath, label: t('officer.requests.title') }]}
          />
        }
        title={t('officer.requests.form.title')}
        lead={t('officer.requests.form.lead')}
      />
      <NewForm view={view} sent={sent} />
    </Stack>
  );
}

function NewForm({ view, sent }: FormProps) {
  const { t, format } = useI18n();
  const errors = (sent?.errors ?? []).map(({ id, message }) => ({ id, text: tell(t, message) }));
  const told = (id: string) => errors.find((error) => error.id === id)?.text;
  const field = (name: NewField, label: string) => ({
    name,
    label,
    error: told(name),
    defaultValue: sent?.typed[name],
    autoComplete: 'off',
  });
  return (
    <form id={ENTRY_FORM} method="post" encType="multipart/form-data">
      <Stack gap="l">
        <ErrorSummary title={t('error.form.summary', { count: errors.length })} errors={errors} />
        <IntentField id={view.intentId} />
        <ChoiceGroup
          kind="radio"
          name="kind"
          legend={t('officer.requests.form.kind')}
          error={told('kind')}
          choices={REQUEST_KINDS.map((value) => ({
            value,
            label: t(`officer.requests.kind.${value}`),
            checked: sent?.typed.kind === value,
          }))}
        />
        <ChoiceGroup
          kind="radio"
          name="origin"
          layout="columns"
          legend={t('officer.requests.form.origin')}
          error={told('origin')}
          choices={STAFF_ORIGINS.map((value) => ({
            value,
            label: t(`officer.requests.originName.${value}`),
            checked: sent?.typed.origin === value,
          }))}
        />
        <DateInput {...field('arrivedOn', t('officer.requests.form.arrived'))} max={view.today} />
        <TextInput
          {...field('who', t('officer.requests.form.who'))}
          hint={t('officer.requests.form.whoHint')}
          defaultValue={sent?.typed.who ?? view.subject}
          maxLength={200}
          spellCheck={false}
        />
        <Section id="outsider" title={t('officer.requests.form.outsider')} level={3}>
          <Stack gap="m">
            <TextInput {...field('name', t('officer.requests.form.name'))} maxLength={200} />
            <TextArea {...field('contact', t('officer.requests.form.contact'))} rows={3} maxLength={500} />
            <SelectInput
              {...field('language', t('officer.requests.form.language'))}
              options={Language.options.map((value) => ({
                value,
                label: format.language(value),
              }))}
            />
          </Stack>
        </Section>
        <TextArea {...field('text', t('officer.requests.form.text'))} rows={8} maxLength={REQUEST_TEXT_MAX} />
        <TextInput
          {...field('identity', t('officer.requests.form.identity'))}
          marker={t('common.word.optional')}
          hint={t('officer.requests.form.identityHint')}
          maxLength={500}
        />
        <FileInput
          name="file"
          label={t('officer.requests.form.scan')}
          marker={t('common.word.optional')}
          hint={t('officer.requests.reply.filesHint')}
          error={told('file')}
          accept=".pdf,.png,.jpg,.jpeg,.txt"
          multiple
        />
        <Actions>
          <Button kind="primary">{t('officer.requests.form.save')}</Button>
        </Actions>
      </Stack>
    </form>
  );
}
