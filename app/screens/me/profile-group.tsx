import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type Message, tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { FieldGroup, FieldId, FieldValue } from '#schema/field.ts';
import { FieldInput, fieldInputName } from './field-input.tsx';
import { IntentField } from './intent-field.tsx';

export interface ProfileGroupView {
  readonly group: FieldGroup;
  readonly fields: readonly { readonly field: FieldId; readonly value: FieldValue | null }[];
  /** The address has a page of its own: a new one must be confirmed. */
  readonly email: string | null;
  readonly intentId: string;
}

export interface SentProfile {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: readonly { readonly field: FieldId; readonly message: Message }[];
}

interface ProfileGroupProps {
  readonly view: ProfileGroupView;
  readonly sent?: SentProfile | undefined;
}

/** One group of fields to fill in; nothing in it is required, and saving permits nobody anything. */
export function ProfileGroupScreen({ view, sent }: ProfileGroupProps) {
  const { t } = useI18n();
  const { group, fields, email, intentId } = view;
  const errors = sent?.errors ?? [];
  return (
    <Stack gap="l">
      <ErrorSummary
        title={`${t('error.form.summary', { count: errors.length })} ${t('error.form.kept')}`}
        errors={errors.map(({ field, message }) => ({
          id: fieldInputName(field),
          label: fieldLabel(t, field),
          text: tell(t, message),
        }))}
      />
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me', label: t('common.nav.home') },
              { href: '/me/profile', label: t('common.nav.data') },
            ]}
          />
        }
        title={t(`field.group.${group}`)}
        lead={t('me.data.editLead')}
      />
      <form id={ENTRY_FORM} method="post" className="stack stack-m">
        <IntentField id={intentId} />
        {email === null ? null : (
          <p>
            {t('field.label.email')}: {email}{' '}
            <a href="/me/account/address">{t('me.account.changeAddress')}</a>
          </p>
        )}
        {fields.map(({ field, value }) => {
          const error = errors.find((one) => one.field === field);
          return (
            <FieldInput
              key={field}
              field={field}
              value={sent ? sent.values[field] : (value ?? undefined)}
              error={error && tell(t, error.message)}
            />
          );
        })}
        <Actions>
          <Button kind="primary">{t('common.action.save')}</Button>
          <ButtonLink kind="quiet" href={`/me/profile#${group}`}>
            {t('common.action.cancel')}
          </ButtonLink>
        </Actions>
      </form>
    </Stack>
  );
}
