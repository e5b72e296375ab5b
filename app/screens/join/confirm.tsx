import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Branded } from '../me/branded.tsx';
import { joinPath } from './join-view.ts';

export interface ConfirmView {
  /** Absent: the link says nothing we know. */
  readonly company: { readonly slug: string; readonly name: string } | null;
  readonly state: 'open' | 'used' | 'expired' | 'broken';
}

/**
 * Behind the link of the mail. Programs that check mails open links too: the
 * page names the company and nothing of the answer, and only the button acts.
 */
export function ConfirmScreen({ company, state }: ConfirmView) {
  const { t } = useI18n();
  if (state !== 'open' || !company)
    return <DeadLink company={company} state={state === 'open' ? 'broken' : state} />;
  return (
    <Branded company={company.slug}>
      <Stack gap="l">
        <PageHeader
          kicker={
            <>
              <BrandMark name={company.name} brandClass={`brand-${company.slug}`} size="s" />
              {company.name}
            </>
          }
          title={t('public.join.confirm.title', { company: company.name })}
          lead={t('public.join.confirm.lead')}
        />
        <form method="post">
          <Actions>
            <Button kind="primary">{t('public.join.confirm.button')}</Button>
          </Actions>
        </form>
        <p className="soft">{t('public.join.confirm.notYou')}</p>
      </Stack>
    </Branded>
  );
}

function DeadLink({ company, state }: ConfirmView & { readonly state: 'used' | 'expired' | 'broken' }) {
  const { t } = useI18n();
  return (
    <PageHeader
      title={t(`public.join.confirm.${state}.title`)}
      lead={t(`public.join.confirm.${state}.text`)}
      actions={
        <>
          {state === 'used' ? (
            <ButtonLink kind="primary" href="/sign-in">
              {t('common.nav.signIn')}
            </ButtonLink>
          ) : null}
          <ButtonLink
            kind={state === 'used' ? 'secondary' : 'primary'}
            href={company ? joinPath(company.slug) : '/'}
          >
            {company ? t('public.join.confirm.again') : t('error.page.toHome')}
          </ButtonLink>
        </>
      }
    />
  );
}
