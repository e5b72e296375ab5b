import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { type RecallLine, RecallList } from './recall-list.tsx';

/** Whether companies did what the customer's no asks of them. */
export function RecallsScreen({ recalls }: { readonly recalls: readonly RecallLine[] }) {
  const { t } = useI18n();
  const waiting = new Set(recalls.filter(({ state }) => state === 'told').map(({ company }) => company.slug));
  return (
    <Stack gap="l">
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: '/me', label: t('common.nav.home') }]}
          />
        }
        title={
          waiting.size > 0 ? t('me.recalls.headline', { count: waiting.size }) : t('me.recalls.headlineNone')
        }
        lead={t('me.recalls.lead')}
      />
      {recalls.length > 0 ? (
        <RecallList label={t('me.recalls.title')} recalls={recalls} />
      ) : (
        <EmptyState title={t('me.recalls.nobody')} />
      )}
    </Stack>
  );
}
