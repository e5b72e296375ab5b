import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Section } from '#app/ui/section.tsx';
import type { RequestKind } from '#schema/request.ts';
import { IntentField } from './intent-field.tsx';
import type { AskedCompany, RightsFormView } from './rights-view.ts';

/** What the customer can do at once here, without asking anybody. */
export function RightsSelf({ kind, companies, intentId }: RightsFormView) {
  const { t } = useI18n();
  return (
    <Section id="self" title={t('me.rights.self.title')} lead={t(`me.rights.self.${kind}`)}>
      {kind === 'restriction' ? (
        <Stack gap="m">
          {companies
            .filter(({ left }) => !left)
            .map((company) => (
              <Restrict key={company.slug} company={company} intentId={intentId} />
            ))}
        </Stack>
      ) : (
        <Actions>
          <Ways kind={kind} />
        </Actions>
      )}
    </Section>
  );
}

function Ways({ kind }: { readonly kind: Exclude<RequestKind, 'restriction'> }) {
  const { t } = useI18n();
  switch (kind) {
    case 'access':
      return (
        <>
          <ButtonLink href="/me/export">{t('me.rights.self.export')}</ButtonLink>
          <ButtonLink href="/me/looks">{t('me.rights.self.looks')}</ButtonLink>
        </>
      );
    case 'portability':
      return <ButtonLink href="/me/export">{t('me.rights.self.export')}</ButtonLink>;
    case 'rectification':
      return <ButtonLink href="/me/profile">{t('me.rights.self.profile')}</ButtonLink>;
    case 'objection':
      return (
        <ButtonLink href="/me/take-back?what=advertising">{t('me.rights.self.noAdvertising')}</ButtonLink>
      );
    case 'erasure':
      return (
        <>
          <ButtonLink href="/me/take-back">{t('me.rights.self.takeBack')}</ButtonLink>
          <ButtonLink href="/me/leave">{t('me.rights.self.leave')}</ButtonLink>
        </>
      );
  }
}

function Restrict({ company, intentId }: { readonly company: AskedCompany; readonly intentId: string }) {
  const { t, format } = useI18n();
  const { slug, name, restrictedAt } = company;
  return (
    <form method="post">
      <Stack gap="s">
        <IntentField id={intentId} />
        <input type="hidden" name="company" value={slug} />
        <p>
          {restrictedAt
            ? t('me.rights.self.restricted', { company: name, date: format.date(restrictedAt) })
            : t('me.rights.self.notRestricted', { company: name })}
        </p>
        <Actions>
          <Button name="act" value={restrictedAt ? 'unrestrict' : 'restrict'}>
            {t(restrictedAt ? 'me.rights.self.unrestrict' : 'me.rights.self.restrict', { company: name })}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}
