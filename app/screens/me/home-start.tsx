import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Grid, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

/** A first visit without any company: what can be done here, and that nothing happens by itself. */
export function HomeStart() {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader
        title={t('me.start.title')}
        lead={t('me.start.lead')}
        actions={
          <>
            <ButtonLink href="/me/companies" kind="primary">
              {t('me.start.toCompanies')}
            </ButtonLink>
            <ButtonLink href="/me/profile">{t('me.start.toProfile')}</ButtonLink>
          </>
        }
      />
      <Grid>
        <Card title={t('me.start.connect.title')}>
          <p>{t('me.start.connect.text')}</p>
        </Card>
        <Card title={t('me.start.decide.title')}>
          <p>{t('me.start.decide.text')}</p>
        </Card>
        <Card title={t('me.start.see.title')}>
          <p>{t('me.start.see.text')}</p>
        </Card>
      </Grid>
    </Stack>
  );
}
