import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { CompanyFieldType } from '#schema/company-field.ts';
import type { FieldForm, FieldFormView } from './fields-view.ts';

const NAMES = ['label', 'options', 'reason', 'benefit'] as const;

interface FieldFormProps {
  readonly view: FieldFormView;
  readonly form: FieldForm | undefined;
}

/** A proposal for a field of the company's own, in every language the company writes. */
export function FieldFormScreen({ view: { languages, intentId }, form }: FieldFormProps) {
  const { t, format } = useI18n();
  const labelOf = (id: string): string => {
    const [name, code] = id.split('.');
    const known = NAMES.find((one) => one === name);
    return known && code
      ? t(`company.fields.${known}`, { language: format.language(code) })
      : t('company.fields.kind');
  };
  const errors = (form?.errors ?? []).map(({ id, message }) => ({
    id,
    label: labelOf(id),
    text: tell(t, message),
  }));
  const typed = (name: string) => form?.typed[name] ?? '';
  const input = (name: string) => ({
    name,
    defaultValue: typed(name),
    error: errors.find(({ id }) => id === name)?.text,
  });
  const named = languages.map((code) => ({ code, language: format.language(code) }));
  return (
    <Stack gap="l">
      <ErrorSummary title={t('error.form.summary', { count: errors.length })} errors={errors} />
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: '/company/fields', label: t('company.fields.title') }]}
          />
        }
        title={t('company.fields.formTitle')}
        lead={t('company.fields.formLead')}
      />
      <Notice tone="info" title={t('company.fields.warningTitle')}>
        <p>{t('company.fields.warning')}</p>
      </Notice>
      <form id={ENTRY_FORM} method="post" className="stack stack-m">
        <input type="hidden" name="intent-id" value={intentId} />
        {named.map(({ code, language }) => (
          <TextInput
            key={code}
            {...input(`label.${code}`)}
            label={t('company.fields.label', { language })}
            maxLength={60}
            autoComplete="off"
          />
        ))}
        <ChoiceGroup
          kind="radio"
          name="type"
          legend={t('company.fields.kind')}
          error={input('type').error}
          choices={CompanyFieldType.options.map((type) => ({
            value: type,
            label: t(`company.fields.type.${type}`),
            checked: typed('type') === type,
          }))}
        />
        {named.map(({ code, language }) => (
          <TextArea
            key={code}
            {...input(`options.${code}`)}
            label={t('company.fields.options', { language })}
            hint={t('company.fields.optionsHint')}
            rows={3}
            maxLength={1000}
          />
        ))}
        {(['reason', 'benefit'] as const).flatMap((name) =>
          named.map(({ code, language }) => (
            <TextArea
              key={`${name}.${code}`}
              {...input(`${name}.${code}`)}
              label={t(`company.fields.${name}`, { language })}
              rows={2}
              maxLength={300}
            />
          )),
        )}
        <Actions>
          <Button kind="primary">{t('company.fields.propose')}</Button>
        </Actions>
      </form>
    </Stack>
  );
}
