import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { AccountTrail } from '../me/account-trail.tsx';
import type { FormAnswer } from './form-answer.ts';
import { FormProblems, useProblemOf } from './form-problems.tsx';

export interface AddressView {
  /** The address in force. */
  readonly email: string;
  /** Another one was named and is not confirmed. */
  readonly open: boolean;
  readonly done: 'sent' | 'kept' | 'changed' | null;
}

export function AddressScreen({ email, open, done, answer }: AddressView & { readonly answer: FormAnswer }) {
  const { t } = useI18n();
  const problemOf = useProblemOf(answer.problems);
  return (
    <Stack gap="l">
      <FormProblems problems={answer.problems} />
      {done ? <Notice tone="done" live="status" title={t(`auth.address.${done}`)} /> : null}
      <PageHeader
        back={<AccountTrail />}
        title={t('auth.address.title')}
        lead={t('auth.address.lead', { email })}
      />
      {open ? (
        <Notice
          tone="wait"
          title={t('auth.address.openTitle')}
          actions={
            <form method="post">
              <Button name="act" value="keep">
                {t('auth.address.keep')}
              </Button>
            </form>
          }
        >
          {t('auth.address.openLead')}
        </Notice>
      ) : null}
      <form method="post" className="stack stack-m" noValidate>
        <p>{t('auth.address.until')}</p>
        <TextInput
          name="email"
          label={t('auth.field.newEmail')}
          type="email"
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
          autoCapitalize="none"
          defaultValue={answer.values.email}
          error={problemOf('email')}
        />
        <Actions>
          <Button kind="primary" name="act" value="change">
            {t('auth.address.send')}
          </Button>
        </Actions>
      </form>
    </Stack>
  );
}
