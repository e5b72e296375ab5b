import type { MailTemplate } from '#app/core/sign-in/draft-mail.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';

/** No address and no name: to mend the sending nobody needs to know who waits for it. */
export interface TroubledMail {
  readonly id: string;
  readonly template: MailTemplate | null;
  readonly toStaff: boolean;
  /** False: the account is gone, and with it the address. */
  readonly again: boolean;
  readonly createdAt: Instant;
  readonly attempts: number;
  readonly fault: MailFault;
}

export interface MailFault {
  readonly kind: 'login' | 'tls' | 'busy' | 'address' | 'message' | 'away' | 'other';
  /** The mail program's class of fault and the server's number, for whoever runs the server. */
  readonly code: string;
}

export interface MailTrouble {
  /** Newest first. */
  readonly givenUp: readonly TroubledMail[];
  /** Tried at least once and due again; null: none. */
  readonly delayed: {
    readonly count: number;
    readonly since: Instant;
    readonly nextAt: Instant;
    readonly fault: MailFault;
  } | null;
}

export function MailTroubleSection({ givenUp, delayed }: MailTrouble) {
  const { t, format } = useI18n();
  // Which company or day it spoke of is not told here.
  const subject = (template: MailTemplate) => t(`mail.${template}.subject`, { company: '…', day: '…' });
  return (
    <Section id="mails" title={t('operator.mails.title')} lead={t('operator.mails.lead')}>
      {delayed ? (
        <Notice tone="wait" title={t('operator.mails.delayed', { count: delayed.count })}>
          <p>
            {t('operator.mails.delayedText', {
              since: format.dateTime(delayed.since),
              next: format.time(delayed.nextAt),
              error: `${t(`operator.mails.fault.${delayed.fault.kind}`)} (${delayed.fault.code})`,
            })}
          </p>
        </Notice>
      ) : null}
      {givenUp.length === 0 ? (
        <p className="soft">{t('operator.mails.none')}</p>
      ) : (
        <DataTable
          caption={t('operator.mails.title')}
          captionHidden
          density="dense"
          rows={givenUp}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'template',
              head: t('operator.mails.template'),
              lead: true,
              cell: ({ template }) => (template ? subject(template) : t('operator.mails.unknown')),
            },
            {
              key: 'to',
              head: t('operator.mails.to'),
              cell: ({ toStaff, again }) =>
                t(`operator.mails.${toStaff ? 'toStaff' : again ? 'toCustomer' : 'toLeaver'}`),
            },
            {
              key: 'when',
              head: t('operator.mails.when'),
              nowrap: true,
              cell: ({ createdAt }) => format.dateTime(createdAt),
            },
            {
              key: 'attempts',
              head: t('operator.mails.attempts'),
              numeric: true,
              cell: ({ attempts }) => format.number(attempts),
            },
            {
              key: 'error',
              head: t('operator.mails.error'),
              cell: ({ fault: { kind, code } }) => (
                <>
                  {t(`operator.mails.fault.${kind}`)} <code>{code}</code>
                </>
              ),
            },
            {
              key: 'acts',
              head: t('operator.mails.acts'),
              nowrap: true,
              cell: (mail) => <Acts mail={mail} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

function Acts({ mail }: { readonly mail: TroubledMail }) {
  const { t } = useI18n();
  return (
    <form method="post" action="/operator/mails">
      <input type="hidden" name="mail" value={mail.id} />
      <Stack gap="s">
        {mail.again ? (
          <Actions>
            <Button size="s" name="act" value="retry">
              {t('operator.mails.retry')}
            </Button>
          </Actions>
        ) : null}
        <Actions>
          <Button size="s" name="act" value="discard">
            {t('operator.mails.discard')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}
