import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import { CheckYourself } from './check-yourself.tsx';
import { type FaultLine, FaultTable } from './fault-table.tsx';
import { Printed } from './printed.tsx';
import type { LogStand } from './view.ts';

export type { FaultLine };

export interface VerifyView {
  readonly at: Instant;
  readonly companyName: string;
  readonly log: LogStand;
  /** Null: not checked since the start. */
  readonly report: {
    /** Hex; empty when entries are missing. */
    readonly root: string;
    readonly opened: number;
    readonly erased: number;
    readonly checkpointSize: number | null;
    /** The first ones. */
    readonly faults: readonly FaultLine[];
  } | null;
  /** Entries that came after the last check. */
  readonly newer: number;
  readonly justChecked: boolean;
  readonly verifierKey: string;
  readonly baseUrl: string;
  /** The newest signed head; null: none yet. */
  readonly note: string | null;
}

/** What the last whole check found, the button for another, and how to do without us. */
export function VerifyScreen(view: VerifyView) {
  const { t } = useI18n();
  const { at, companyName, log, report, justChecked } = view;
  return (
    <Stack gap="l">
      <PageHeader size="plain" title={useHeadline(log)} lead={t('officer.verify.lead')} />
      {justChecked && log.checkedAt !== null ? (
        <Notice
          live={log.whole ? 'status' : 'alert'}
          tone={log.whole ? 'done' : 'problem'}
          title={t('officer.verify.done')}
        />
      ) : null}
      <Actions>
        <form method="post" action="/officer/verify">
          <Button kind="primary">{t('officer.verify.now')}</Button>
        </form>
      </Actions>
      {report ? <LastCheck log={log} report={report} newer={view.newer} /> : null}
      {report && report.faults.length > 0 ? (
        <Section id="faults" title={t('officer.verify.faults')}>
          <FaultTable faults={report.faults} />
          {log.found > report.faults.length ? (
            <p className="soft">{t('officer.verify.more', { count: log.found - report.faults.length })}</p>
          ) : null}
          <Notice tone="problem" title={t('officer.verify.after')}>
            <p>{t('officer.verify.afterText')}</p>
          </Notice>
        </Section>
      ) : null}
      <CheckYourself verifierKey={view.verifierKey} baseUrl={view.baseUrl} note={view.note} />
      <Printed at={at} companyName={companyName} />
    </Stack>
  );
}

function useHeadline({ whole, checkedAt, size, found }: LogStand): string {
  const { t } = useI18n();
  if (checkedAt === null) return t('officer.verify.unchecked');
  return whole ? t('officer.verify.whole', { count: size }) : t('officer.verify.broken', { count: found });
}

function LastCheck({
  log: { checkedAt, size },
  report: { root, opened, erased, checkpointSize },
  newer,
}: {
  readonly log: LogStand;
  readonly report: NonNullable<VerifyView['report']>;
  readonly newer: number;
}) {
  const { t, format } = useI18n();
  return (
    <Section id="last" title={t('officer.verify.last')}>
      <DescriptionList
        look="lines"
        facts={[
          { term: t('officer.verify.time'), text: checkedAt ? format.exact(checkedAt) : '–' },
          { term: t('officer.verify.size'), text: format.number(size) },
          ...(newer > 0 ? [{ term: t('officer.verify.newer'), text: format.number(newer) }] : []),
          { term: t('officer.verify.root'), text: root ? <HashValue value={root} /> : '–' },
          { term: t('officer.verify.opened'), text: format.number(opened) },
          ...(erased > 0
            ? [
                {
                  term: t('officer.verify.erased'),
                  text: t('officer.verify.erasedEntries', { count: erased }),
                },
              ]
            : []),
          {
            term: t('officer.verify.head'),
            text: checkpointSize === null ? '–' : t('common.count.entries', { count: checkpointSize }),
          },
        ]}
      />
    </Section>
  );
}
