import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { Instant } from '#schema/instant.ts';
import { AccountTrail } from '../me/account-trail.tsx';

export interface SessionLine {
  readonly key: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly endsAt: Instant;
  readonly here: boolean;
}

export interface SessionsView {
  readonly sessions: readonly SessionLine[];
  readonly done: boolean;
  /** Customers come here from their account, staff from the bar. */
  readonly customer: boolean;
}

/** Where somebody is signed in. We keep no name of the device: what is not kept cannot leak. */
export function SessionsScreen({ sessions, done, customer }: SessionsView) {
  const { t, format } = useI18n();
  return (
    <Stack gap="l">
      {done ? <Notice tone="done" live="status" title={t('auth.sessions.ended')} /> : null}
      <PageHeader
        back={customer ? <AccountTrail /> : undefined}
        title={t('auth.sessions.title', { count: sessions.length })}
        lead={t('auth.sessions.lead')}
      />
      <LinkList
        rows={sessions.map(({ key, startedAt, seenAt, endsAt, here }) => ({
          key,
          title: t('auth.sessions.started', { date: format.dateTime(startedAt) }),
          detail: [
            here ? t('auth.sessions.here') : t('auth.sessions.seen', { when: format.ago(seenAt) }),
            t('auth.sessions.ends', { date: format.dateTime(endsAt) }),
          ].join(' · '),
          end: here ? undefined : (
            <form method="post">
              <input type="hidden" name="session" value={key} />
              <Button size="s" name="act" value="end">
                <span aria-hidden="true">{t('auth.sessions.end')}</span>
                <span className="visually-hidden">
                  {t('auth.sessions.endThis', { date: format.dateTime(startedAt) })}
                </span>
              </Button>
            </form>
          ),
        }))}
      />
      <form method="post" action="/sign-out">
        <input type="hidden" name="everywhere" value="yes" />
        <Actions>
          <Button>{t('auth.sessions.endAll')}</Button>
        </Actions>
      </form>
    </Stack>
  );
}
