import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { StateOfThread } from '../thread/state-of-thread.tsx';
import { ThreadTitle } from '../thread/thread-title.tsx';
import type { ThreadLine } from '../thread/view.ts';
import { useNewSentence } from './new-words.tsx';
import { brandClass, type CompanyName } from './view.ts';

export interface MessagesView {
  readonly threads: readonly (ThreadLine & { readonly company: CompanyName })[];
  /** Who can be written to. */
  readonly connected: readonly CompanyName[];
  readonly next: string | null;
  readonly isFirstPage: boolean;
}

export const threadPath = (id: string): string => `/me/messages/${id}`;
export const NEW_MESSAGE = '/me/messages/new';

export function MessagesScreen({ threads, connected, next, isFirstPage }: MessagesView) {
  const { t, format } = useI18n();
  const sentence = useNewSentence();
  const waiting = threads.filter(({ state }) => state === 'open').length;
  const oldest = threads.at(-1);
  const [one] = connected;
  return (
    <Stack gap="l">
      <PageHeader
        title={
          threads.length === 0
            ? t('me.messages.headlineEmpty')
            : [
                sentence(threads.filter(({ isNew }) => isNew)),
                waiting === 0
                  ? t('me.messages.headlineNone')
                  : t('me.messages.headlineWaiting', { count: waiting }),
              ]
                .filter(Boolean)
                .join(' ')
        }
        lead={
          one && connected.length === 1
            ? t('me.messages.leadOne', { company: one.name })
            : t('me.messages.lead')
        }
        actions={one ? <ButtonLink href={NEW_MESSAGE}>{t('me.messages.begin')}</ButtonLink> : undefined}
      />
      {threads.length === 0 ? (
        <EmptyState title={t('me.messages.emptyTitle')}>
          <p>{t(one ? 'me.messages.emptyText' : 'me.messages.nobody')}</p>
        </EmptyState>
      ) : (
        <LinkList
          label={t('me.messages.list')}
          rows={threads.map((thread) => ({
            key: thread.id,
            title: <ThreadTitle thread={thread} />,
            href: threadPath(thread.id),
            mark: (
              <BrandMark name={thread.company.name} brandClass={brandClass(thread.company.slug)} size="s" />
            ),
            detail: [
              thread.company.name,
              t(`thread.concern.${thread.concern}`),
              ...(thread.officerSince ? [t('me.messages.officer')] : []),
            ].join(' · '),
            end: <StateOfThread thread={thread} companyName={thread.company.name} />,
          }))}
        />
      )}
      {next || !isFirstPage ? (
        <Pagination
          label={t('common.page.label')}
          summary={oldest ? t('me.looks.upTo', { date: format.date(oldest.lastAt) }) : t('common.page.empty')}
          previous={isFirstPage ? undefined : { href: '/me/messages', label: t('me.page.newest') }}
          next={next ? { href: next, label: t('me.page.older') } : undefined}
        />
      ) : null}
    </Stack>
  );
}
