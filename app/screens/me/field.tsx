import { fieldLabel, fieldValueText } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { FieldHistory } from './field-history.tsx';
import { FieldInput, fieldInputName } from './field-input.tsx';
import { FieldSeers } from './field-seers.tsx';
import { type FieldView, fieldPath, type SentField } from './field-view.ts';
import { HiddenNotice } from './hidden-notice.tsx';
import { IntentField } from './intent-field.tsx';

interface FieldProps {
  readonly view: FieldView;
  readonly sent?: SentField | undefined;
}

/** One value: changed in place, with its origin, who sees it, what stood there before and when it is asked about. */
export function FieldScreen({ view, sent }: FieldProps) {
  const { t, format } = useI18n();
  const { field, group, definedBy, seers, done, hidden, due } = view;
  const label = fieldLabel(t, field);
  const error = sent && tell(t, sent.message);
  const names = [...new Set(seers.filter(({ uses }) => uses.some(({ now }) => now)))].map(
    ({ company }) => company.name,
  );
  return (
    <Stack gap="l">
      {hidden ? <HiddenNotice label={label} hidden={hidden} /> : null}
      {done && done !== 'hidden' ? (
        <Notice tone="done" live="status" title={t(`me.ownField.done.${done}`)} />
      ) : null}
      <ErrorSummary
        title={`${t('error.form.summary', { count: error ? 1 : 0 })} ${t('error.form.kept')}`}
        errors={error ? [{ id: fieldInputName(field), text: error }] : []}
      />
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me', label: t('common.nav.home') },
              { href: `/me/profile#${group}`, label: t('common.nav.data') },
            ]}
          />
        }
        kicker={definedBy ? t('me.ownField.askedBy', { company: definedBy.name }) : undefined}
        title={label}
        lead={
          names.length > 0
            ? t(names.length === 1 ? 'me.ownField.seenByOne' : 'me.ownField.seenByMany', {
                companies: format.list(names),
              })
            : t('me.ownField.seenByNobody')
        }
      />
      {due ? <StillRight view={view} /> : null}
      <OwnValue view={view} sent={sent} error={error} />
      <FieldSeers view={view} />
      <FieldHistory view={view} />
    </Stack>
  );
}

function StillRight({ view: { field, intentId } }: { readonly view: FieldView }) {
  const { t } = useI18n();
  return (
    <Notice
      tone="info"
      title={t('me.review.question')}
      actions={
        <form method="post">
          <IntentField id={intentId} />
          <Button name="act" value="confirm" aria-describedby={fieldInputName(field)}>
            {t('me.review.yes')}
          </Button>
        </form>
      }
    >
      <p>{t('me.review.why')}</p>
    </Notice>
  );
}

function OwnValue({ view, sent, error }: FieldProps & { readonly error: string | undefined }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { field, value, from, gives, intentId } = view;
  const shown = value === null ? t('field.value.missing') : fieldValueText(i18n, field, value);
  return (
    <Section id="value" title={t('me.ownField.value')}>
      {from.length > 0 || field === 'email' ? (
        <p>
          <strong>{shown}</strong>
        </p>
      ) : (
        <form method="post" className="stack stack-m">
          <IntentField id={intentId} />
          <FieldInput field={field} value={sent ? sent.value : (value ?? undefined)} error={error} />
          <Actions>
            <Button kind="primary" name="act" value="save">
              {t('common.action.save')}
            </Button>
            {value === null ? null : (
              <Button kind="quiet" name="act" value="remove" formNoValidate>
                {t('me.ownField.remove')}
              </Button>
            )}
          </Actions>
        </form>
      )}
      {from.length > 0 ? (
        <p>
          {t('field.value.derived', { field: i18n.format.list(from.map((source) => fieldLabel(t, source))) })}
        </p>
      ) : null}
      {from.map((source) => (
        <p key={source}>
          <a href={fieldPath(source)}>{t('me.ownField.toSource', { field: fieldLabel(t, source) })}</a>
        </p>
      ))}
      {field === 'email' ? (
        <Actions>
          <ButtonLink href="/me/account/address">{t('me.account.changeAddress')}</ButtonLink>
        </Actions>
      ) : null}
      <Origin view={view} />
      {field === 'mobile' && value !== null && view.verifiedAt === null ? (
        <p>
          <a href="/me/profile/phone">{t('me.phone.toPage')}</a>
        </p>
      ) : null}
      {gives.length > 0 ? (
        <p className="soft small">
          {t('me.ownField.gives', { fields: i18n.format.list(gives.map((other) => fieldLabel(t, other))) })}
        </p>
      ) : null}
    </Section>
  );
}

function Origin({ view: { at, source, verifiedAt, confirmedAt } }: { readonly view: FieldView }) {
  const { t, format } = useI18n();
  if (!at || !source) return null;
  const parts = [
    t('me.data.origin', { source: t(`field.source.${source}`), date: format.date(at) }),
    ...(verifiedAt ? [t('field.value.verified', { date: format.date(verifiedAt) })] : []),
    ...(confirmedAt ? [t('me.review.confirmedOn', { date: format.date(confirmedAt) })] : []),
  ];
  return <p className="soft small">{parts.join(' · ')}</p>;
}
