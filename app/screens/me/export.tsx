import type { OwnFileState } from '#app/core/export/own-file-store.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Actions, Prose, Stack } from '#app/ui/layout.tsx';
import { Bar } from '#app/ui/meter.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import { fileSize } from '../request/file-size.ts';
import { IntentField } from './intent-field.tsx';

export interface ExportView {
  /** Until when the code that was given counts; null: a fresh one is needed. */
  readonly freshUntil: Instant | null;
  /** Entries and looks that the file would hold. */
  readonly lines: number;
  /** Few enough to be made while the customer waits. */
  readonly atOnce: boolean;
  readonly file: {
    readonly state: OwnFileState;
    readonly done: number;
    readonly total: number;
    readonly bytes: number;
    readonly madeAt: Instant;
    readonly expiresAt: Instant;
  } | null;
  readonly intentId: string;
}

const PARTS = ['page', 'data', 'tables', 'texts', 'proofs', 'list'] as const;

/** What the file holds, and the way to it: a fresh code first, since it holds everything. */
export function ExportScreen(view: ExportView) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader title={t('me.takeAlong.headline')} lead={t('me.takeAlong.lead')} />
      {view.atOnce ? <Fetch freshUntil={view.freshUntil} /> : <Prepared {...view} />}
      <Section id="inside" title={t('me.takeAlong.inside')}>
        <Prose>
          <ul>
            {PARTS.map((part) => (
              <li key={part}>{t(`me.takeAlong.part.${part}`)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      <p>
        <a href="/me/import">{t('me.takeAlong.toImport')}</a>
      </p>
    </Stack>
  );
}

function Fetch({ freshUntil }: Pick<ExportView, 'freshUntil'>) {
  const { t, format } = useI18n();
  if (freshUntil) {
    return (
      <Stack gap="s">
        <form method="post" action="/me/export/file">
          <Actions>
            <Button kind="primary" icon="download">
              {t('me.takeAlong.download')}
            </Button>
          </Actions>
        </form>
        <p className="soft">{t('me.takeAlong.codeUntil', { time: format.time(freshUntil) })}</p>
      </Stack>
    );
  }
  return (
    <Notice
      tone="info"
      title={t('me.takeAlong.codeFirst')}
      actions={
        <Actions>
          <ButtonLink href="/step-up?to=%2Fme%2Fexport" kind="primary">
            {t('me.takeAlong.getCode')}
          </ButtonLink>
        </Actions>
      }
    >
      {t('me.takeAlong.codeWhy')}
    </Notice>
  );
}

/** A long history: made by a job, fetched when it is ready. */
function Prepared(view: ExportView) {
  const { t, format } = useI18n();
  const { file, freshUntil, lines } = view;
  if (file?.state === 'ready') {
    return (
      <Stack>
        <Notice tone="done" live="status" title={t('me.takeAlong.ready')}>
          {t('me.takeAlong.readyText', {
            size: fileSize(format, file.bytes),
            time: format.dateTime(file.expiresAt),
            made: format.date(file.madeAt),
          })}
        </Notice>
        <Fetch freshUntil={freshUntil} />
        <Make {...view} label={t('me.takeAlong.again')} kind="quiet" />
      </Stack>
    );
  }
  if (file?.state === 'waiting' || file?.state === 'building') {
    return (
      <Notice
        tone="wait"
        live="status"
        title={t('me.takeAlong.working')}
        actions={<ButtonLink href="/me/export">{t('me.takeAlong.lookAgain')}</ButtonLink>}
      >
        <p>
          {t('me.takeAlong.progress', { done: format.number(file.done), total: format.number(file.total) })}
        </p>
        <Bar value={file.done} max={file.total} />
      </Notice>
    );
  }
  return (
    <Stack>
      {file?.state === 'failed' ? (
        <Notice tone="problem" title={t('me.takeAlong.failed')}>
          {t('me.takeAlong.failedText')}
        </Notice>
      ) : null}
      <p>
        {t('me.takeAlong.large', { count: lines })} {t('me.takeAlong.largeText')}
      </p>
      <Make {...view} label={t('me.takeAlong.prepare')} kind="primary" />
    </Stack>
  );
}

interface MakeProps extends Pick<ExportView, 'intentId'> {
  readonly label: string;
  readonly kind: 'primary' | 'quiet';
}

function Make({ intentId, label, kind }: MakeProps) {
  return (
    <form method="post">
      <IntentField id={intentId} />
      <Actions>
        <Button kind={kind}>{label}</Button>
      </Actions>
    </form>
  );
}
