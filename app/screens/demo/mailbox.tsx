import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Card } from '#app/ui/card.tsx';
import { CodeBlock } from '#app/ui/code-block.tsx';
import { Details } from '#app/ui/details.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { Instant } from '#schema/instant.ts';

export interface MailView {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  /** In order; `href` where the mail has a link into this portal. */
  readonly text: readonly { readonly text: string; readonly href: string | null }[];
  readonly html: string;
  readonly sentAt: Instant;
}

/** What would have gone out, newest first. HTML is shown as the text it is, never as a page. */
export function MailboxScreen({ mails }: { readonly mails: readonly MailView[] }) {
  const { t, format } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader title={t('demo.mailbox.headline')} lead={t('demo.mailbox.lead')} />
      {mails.length === 0 ? (
        <EmptyState title={t('demo.mailbox.empty')}>{t('demo.mailbox.emptyText')}</EmptyState>
      ) : null}
      {mails.map(({ id, subject, recipient, sentAt, text, html }) => (
        <Card
          key={id}
          title={subject}
          subtitle={`${recipient === '' ? t('demo.mailbox.toLeaver') : t('demo.mailbox.to', { recipient })} · ${format.relativeDay(sentAt)}, ${format.time(sentAt)}`}
        >
          <p className="demo-mail">
            {text.map((part, index) =>
              part.href === null ? (
                part.text
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one mail never change places
                <a key={index} href={part.href}>
                  {part.text}
                </a>
              ),
            )}
          </p>
          {html === '' ? null : (
            <Details summary={t('demo.mailbox.html')}>
              <CodeBlock label={t('demo.mailbox.html')} code={html} />
            </Details>
          )}
        </Card>
      ))}
    </Stack>
  );
}
