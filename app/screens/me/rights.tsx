import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { REQUEST_KINDS } from '#schema/request.ts';
import { AccountTrail } from './account-trail.tsx';
import { RequestMark } from './request-mark.tsx';
import { askPath, ownRequestPath, type RightsView } from './rights-view.ts';
import { brandClass } from './view.ts';

/** What one can ask of a company, and what became of it. */
export function RightsScreen({ requests, canAsk, sent, manyCompanies }: RightsView) {
  const { t, format } = useI18n();
  const open = requests.filter(({ state }) => state === 'open').length;
  return (
    <Stack gap="l">
      {sent ? <Notice tone="done" live="status" title={t('me.rights.sent', { count: sent })} /> : null}
      <PageHeader
        back={<AccountTrail />}
        title={open > 0 ? t('me.rights.headlineOpen', { count: open }) : t('me.rights.headline')}
        lead={t('me.rights.lead')}
      />
      <Section id="requests" title={t('me.rights.own')}>
        {requests.length === 0 ? (
          <p className="soft">{t('me.rights.none')}</p>
        ) : (
          <LinkList
            label={t('me.rights.own')}
            rows={requests.map((line) => ({
              key: line.id,
              href: ownRequestPath(line.id),
              title: manyCompanies
                ? t('me.rights.company', {
                    right: t(`me.rights.name.${line.kind}`),
                    company: line.company.name,
                  })
                : t(`me.rights.name.${line.kind}`),
              detail: t('common.date.since', { date: format.day(line.arrivedOn) }),
              mark: (
                <BrandMark name={line.company.name} brandClass={brandClass(line.company.slug)} size="s" />
              ),
              end: <RequestMark {...line} />,
            }))}
          />
        )}
      </Section>
      <Section id="rights" title={t('me.rights.choose')}>
        {canAsk ? (
          <LinkList
            label={t('me.rights.choose')}
            rows={REQUEST_KINDS.map((kind) => ({
              key: kind,
              href: askPath(kind),
              title: t(`me.rights.name.${kind}`),
              detail: t(`me.rights.short.${kind}`),
            }))}
          />
        ) : (
          <p className="soft">{t('me.rights.noneConnected')}</p>
        )}
      </Section>
    </Stack>
  );
}
