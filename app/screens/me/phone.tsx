import { useI18n } from '#app/i18n/i18n-context.tsx';
import { CodeForm } from '#app/screens/auth/code-form.tsx';
import type { FormAnswer } from '#app/screens/auth/form-answer.ts';
import { FormProblems, useProblemOf } from '#app/screens/auth/form-problems.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { Instant } from '#schema/instant.ts';
import { fieldPath } from './field-view.ts';

export interface PhoneView {
  /** False: no gateway is set up. */
  readonly available: boolean;
  readonly number: string | null;
  readonly verifiedAt: Instant | null;
  readonly digits: number;
  /** A code went out; the page asks for it. */
  readonly sent: boolean;
  readonly done: boolean;
}

/** Proves a mobile number by a code. Nothing is sent before the button. */
export function PhoneScreen({ view, answer }: { readonly view: PhoneView; readonly answer: FormAnswer }) {
  const { t } = useI18n();
  const { sent, done, verifiedAt } = view;
  return (
    <Stack gap="l">
      <FormProblems problems={answer.problems} />
      {done && verifiedAt ? <Notice tone="done" live="status" title={t('me.phone.done')} /> : null}
      {sent && answer.problems.length === 0 ? (
        <Notice tone="done" live="status" title={t('me.phone.sent')} />
      ) : null}
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me/profile', label: t('common.nav.data') },
              { href: fieldPath('mobile'), label: t('field.label.mobile') },
            ]}
          />
        }
        title={t('me.phone.title')}
        lead={t('me.phone.lead')}
      />
      <Way view={view} answer={answer} />
    </Stack>
  );
}

function Way({ view, answer }: { readonly view: PhoneView; readonly answer: FormAnswer }) {
  const { t, format } = useI18n();
  const problemOf = useProblemOf(answer.problems);
  const { available, number, verifiedAt, digits, sent } = view;
  if (number === null) {
    return (
      <Stack gap="m">
        <p>{t('me.phone.none')}</p>
        <Actions>
          <ButtonLink href={fieldPath('mobile')}>{t('me.phone.toField')}</ButtonLink>
        </Actions>
      </Stack>
    );
  }
  if (verifiedAt) {
    return (
      <Stack gap="s">
        <p>{t('me.phone.verified', { number, date: format.date(verifiedAt) })}</p>
        <p className="soft">{t('me.phone.changes')}</p>
      </Stack>
    );
  }
  if (!available) return <Notice tone="info" title={t('me.phone.unavailable')} />;
  return (
    <Stack gap="m">
      <p>{t('me.phone.number', { number })}</p>
      {sent ? <CodeForm digits={digits} submit={t('me.phone.submit')} error={problemOf('code')} /> : null}
      <form method="post">
        <Actions>
          <Button kind={sent ? 'quiet' : 'primary'} name="act" value="send">
            {t(sent ? 'me.phone.again' : 'me.phone.send')}
          </Button>
        </Actions>
      </form>
    </Stack>
  );
}
