import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type Message, tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { QUESTION_REASON_MAX } from '#schema/consent-request.ts';
import type { FieldId } from '#schema/field.ts';
import { textIn } from '#schema/language.ts';
import { askedPath, type PurposeName } from './view.ts';

export const ASK_FIELDS = ['person', 'reason', 'fields'] as const;

export interface AskForm {
  readonly errors: Readonly<Partial<Record<(typeof ASK_FIELDS)[number], Message>>>;
  readonly typed: {
    readonly person: string;
    readonly reason: string;
    readonly fields: readonly string[];
    readonly months: string;
  };
}

export interface AskView {
  readonly purpose: PurposeName;
  /** What the purpose leaves open. */
  readonly optional: readonly FieldId[];
  /** Terms shorter than the text's. */
  readonly months: readonly number[];
  /** Who was looked at before. */
  readonly person: string;
  readonly intentId: string;
}

/** Says nothing about the person: the form is the same whoever it is for, and so is the answer. */
export function AskScreen({ view, form }: { readonly view: AskView; readonly form: AskForm | undefined }) {
  const { t, format, language } = useI18n();
  const { purpose, optional, months, intentId } = view;
  const { errors = {}, typed = { person: view.person, reason: '', fields: [], months: '' } } = form ?? {};
  const told = (name: keyof AskForm['errors']) => {
    const error = errors[name];
    return error && tell(t, error);
  };
  const wrong = ASK_FIELDS.flatMap((name) => {
    const text = told(name);
    return text ? [{ id: name, label: t(`company.ask.${name}`), text }] : [];
  });
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: askedPath(view.person), label: t('company.ask.title') }]}
          />
        }
        title={t('company.ask.headlineFor', { purpose: textIn(purpose.title, language) })}
        lead={t('company.ask.lead')}
      />
      <form id={ENTRY_FORM} method="post">
        <Stack gap="l">
          <ErrorSummary title={t('error.form.summary', { count: wrong.length })} errors={wrong} />
          <input type="hidden" name="intent-id" value={intentId} />
          <TextInput
            name="person"
            label={t('company.ask.person')}
            hint={t('company.ask.personHint')}
            error={told('person')}
            maxLength={64}
            defaultValue={typed.person}
            autoComplete="off"
          />
          <TextArea
            name="reason"
            label={t('company.ask.reason')}
            hint={t('company.ask.reasonHint', { max: String(QUESTION_REASON_MAX) })}
            error={told('reason')}
            maxLength={QUESTION_REASON_MAX}
            defaultValue={typed.reason}
            rows={4}
          />
          {optional.length > 0 ? (
            <ChoiceGroup
              kind="checkbox"
              name="fields"
              legend={t('company.ask.fields')}
              hint={t('company.ask.fieldsHint')}
              error={told('fields')}
              choices={optional.map((field) => ({
                value: field,
                label: fieldLabel(t, field),
                checked: typed.fields.includes(field),
              }))}
            />
          ) : null}
          {months.length > 0 ? (
            <SelectInput
              name="months"
              label={t('company.ask.months')}
              defaultValue={typed.months}
              options={[
                { value: '', label: t('company.ask.monthsAsText') },
                ...months.map((one) => ({ value: String(one), label: format.months(one) })),
              ]}
            />
          ) : null}
          <Actions>
            <Button kind="primary">{t('company.ask.send')}</Button>
          </Actions>
          <p className="soft measure">{t('company.ask.next')}</p>
        </Stack>
      </form>
    </Stack>
  );
}
