import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Grid, Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { joinPath } from '../join/join-view.ts';
import { Branded } from '../me/branded.tsx';

export interface StartView {
  readonly companies: readonly { readonly slug: string; readonly name: string; readonly about: string }[];
  readonly demo: boolean;
}

/** What this is for: the people, the companies, those who must prove it. In a portal of one company, in its name. */
export function StartScreen(view: StartView) {
  const only = onlyCompany(view);
  return only ? (
    <Branded company={only.slug}>
      <Start {...view} />
    </Branded>
  ) : (
    <Start {...view} />
  );
}

function onlyCompany({ companies }: StartView) {
  return companies.length === 1 ? companies[0] : undefined;
}

function Start({ companies, demo }: StartView) {
  const { t } = useI18n();
  const only = onlyCompany({ companies, demo });
  return (
    <Stack gap="xl">
      <PageHeader
        title={only ? t('public.start.headlineOf', { company: only.name }) : t('public.start.headline')}
        lead={t('public.start.lead')}
        actions={
          <>
            <ButtonLink kind="primary" href="/sign-in">
              {t('common.nav.signIn')}
            </ButtonLink>
            {only ? (
              <ButtonLink href={joinPath(only.slug)}>
                {t('public.start.join', { company: only.name })}
              </ButtonLink>
            ) : (
              <ButtonLink href="/register">{t('public.start.register')}</ButtonLink>
            )}
            {demo ? <ButtonLink href="/demo">{t('public.start.demo')}</ButtonLink> : null}
          </>
        }
      />
      <Grid>
        <Card title={t('public.start.you.title')}>
          <p>{t('public.start.you.text')}</p>
        </Card>
        <Card title={t('public.start.firm.title')}>
          <p>{t('public.start.firm.text')}</p>
        </Card>
        <Card title={t('public.start.proof.title')}>
          <p>{t('public.start.proof.text')}</p>
        </Card>
      </Grid>
      {companies.length > 1 ? (
        <Section id="companies" title={t('public.start.companies')}>
          <LinkList
            label={t('public.start.companies')}
            rows={companies.map(({ slug, name, about }) => ({
              key: slug,
              href: joinPath(slug),
              mark: <BrandMark name={name} brandClass={`brand-${slug}`} />,
              title: t('public.start.join', { company: name }),
              detail: about,
            }))}
          />
        </Section>
      ) : null}
    </Stack>
  );
}
