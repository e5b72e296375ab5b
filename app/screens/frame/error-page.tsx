import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

const words = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'notFound',
  405: 'methodNotAllowed',
  409: 'conflict',
  413: 'tooLarge',
  429: 'tooMany',
  500: 'server',
  503: 'unavailable',
} as const;

const wordOf = (status: number) => words[status as keyof typeof words] ?? 'server';

export const errorTitle = (status: number) => `error.page.${wordOf(status)}.title` as const;

/** What happened in plain words, and the id under which it stands in the log. Never more. */
export function ErrorPage({
  status,
  requestId,
}: {
  readonly status: number;
  readonly requestId: string | undefined;
}) {
  const { t } = useI18n();
  return (
    <Stack>
      <PageHeader
        title={t(errorTitle(status))}
        lead={t(`error.page.${wordOf(status)}.text`)}
        actions={<a href="/">{t('error.page.toHome')}</a>}
      />
      {requestId ? <p className="soft small">{t('error.page.errorId', { id: requestId })}</p> : null}
    </Stack>
  );
}
