import type { ReactNode } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import { WrittenText } from '#app/ui/written-text.tsx';
import type { Instant } from '#schema/instant.ts';
import type { InteractionKind } from '#schema/interaction.ts';
import type { StaffRole } from '#schema/staff.ts';

/** What a company wrote down, and what the customer says against it. */
export interface EntryView {
  readonly id: string;
  readonly kind: InteractionKind;
  /** `YYYY-MM-DD` */
  readonly happenedOn: string;
  readonly role: StaffRole;
  readonly recordedAt: Instant;
  readonly text: string;
  readonly statement: { readonly at: Instant; readonly text: string } | null;
}

interface EntryListProps {
  readonly label: string;
  readonly entries: readonly EntryView[];
  readonly recorded: (entry: EntryView) => ReactNode;
  readonly statementTitle: (at: Instant) => string;
  /** Below the entry, e.g. a link to ask. */
  readonly more?: (entry: EntryView) => ReactNode;
}

/** Last recorded first. A counter-statement stands with its entry, for both sides alike. */
export function EntryList({ label, entries, recorded, statementTitle, more }: EntryListProps) {
  const { t, format } = useI18n();
  return (
    <Timeline
      label={label}
      items={entries.map((entry) => ({
        key: entry.id,
        time: format.day(entry.happenedOn),
        dateTime: entry.happenedOn,
        title: t(`thread.kind.${entry.kind}`),
        children: (
          <>
            <WrittenText text={entry.text} />
            <p className="soft small">{recorded(entry)}</p>
            {entry.statement ? (
              <Notice tone="info" title={statementTitle(entry.statement.at)}>
                <WrittenText text={entry.statement.text} />
              </Notice>
            ) : null}
            {more?.(entry)}
          </>
        ),
      }))}
    />
  );
}
