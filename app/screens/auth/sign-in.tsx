import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { AddressInput } from './address-input.tsx';
import { type DemoChoice, DemoPeople } from './demo-people.tsx';
import type { FormAnswer } from './form-answer.ts';
import { FormProblems, useProblemOf } from './form-problems.tsx';

export interface SignInView {
  readonly as: 'customer' | 'staff';
  readonly way: 'code' | 'password';
  /** Where the person wanted to go. */
  readonly to: string | null;
  /** A form was sent after the session had ended. */
  readonly ended: boolean;
  /** What was typed comes back after the sign-in. */
  readonly kept: boolean;
  readonly demo: readonly DemoChoice[];
}

interface SignInProps extends SignInView {
  readonly answer: FormAnswer;
}

export function SignInScreen({ as, way, to, ended, kept, demo, answer }: SignInProps) {
  const { t } = useI18n();
  const problemOf = useProblemOf(answer.problems);
  const staff = as === 'staff';
  const link = (wish: Partial<Pick<SignInView, 'as' | 'way'>>) => signInPath({ as, way, to, ...wish });
  return (
    <Stack gap="l">
      <FormProblems problems={answer.problems} />
      {ended ? (
        <Notice tone="info" live="status" title={t(kept ? 'auth.signIn.endedKept' : 'auth.signIn.ended')} />
      ) : null}
      <PageHeader
        title={t(staff ? 'auth.staffSignIn.title' : 'auth.signIn.title')}
        lead={way === 'code' ? t(staff ? 'auth.staffSignIn.lead' : 'auth.signIn.lead') : undefined}
      />
      <form id={ENTRY_FORM} method="post" className="stack stack-m" noValidate>
        <input type="hidden" name="as" value={as} />
        <input type="hidden" name="way" value={way} />
        <input type="hidden" name="to" value={to ?? ''} />
        <AddressInput answer={answer} autoComplete="username" />
        {way === 'password' ? (
          <TextInput
            name="password"
            label={t('auth.field.password')}
            type="password"
            autoComplete="current-password"
            error={problemOf('password')}
          />
        ) : null}
        {staff ? null : (
          <Checkbox
            name="remember"
            value="yes"
            label={t('auth.field.remember')}
            detail={t('auth.field.rememberDetail')}
            defaultChecked={answer.values.remember === 'yes'}
          />
        )}
        <Actions>
          <Button kind="primary">{t(way === 'code' ? 'auth.signIn.sendCode' : 'auth.signIn.title')}</Button>
        </Actions>
      </form>
      <Stack gap="s">
        <p>
          {way === 'code' ? (
            <a href={link({ way: 'password' })}>{t('auth.signIn.withPassword')}</a>
          ) : (
            <a href={link({ way: 'code' })}>{t('auth.signIn.withCode')}</a>
          )}
        </p>
        {way === 'password' ? (
          <p>
            <a href={staff ? '/reset?as=staff' : '/reset'}>{t('auth.signIn.forgotten')}</a>
          </p>
        ) : null}
        {staff ? null : (
          <p>
            {t('auth.signIn.new')} <a href="/register">{t('auth.register.title')}</a>
          </p>
        )}
        <p>
          <a href={link({ as: staff ? 'customer' : 'staff' })}>
            {t(staff ? 'auth.signIn.customer' : 'auth.signIn.staff')}
          </a>
        </p>
      </Stack>
      <DemoPeople people={demo} to={to} />
    </Stack>
  );
}

function signInPath({ as, way, to }: Pick<SignInView, 'as' | 'way' | 'to'>): string {
  const query = new URLSearchParams();
  if (as === 'staff') query.set('as', as);
  if (way === 'password') query.set('way', way);
  if (to) query.set('to', to);
  const search = query.toString();
  return search === '' ? '/sign-in' : `/sign-in?${search}`;
}
