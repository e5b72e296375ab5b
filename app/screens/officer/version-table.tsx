import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { Stack } from '#app/ui/layout.tsx';
import type { Instant } from '#schema/instant.ts';
import type { PurposeTexts, VersionTexts } from './purposes.tsx';

/** Every version of a purpose, newest first. */
export function VersionTable({
  purpose: { versions, retiredAt, basis },
  at,
}: {
  readonly purpose: PurposeTexts;
  readonly at: Instant;
}) {
  const { t, format } = useI18n();
  const newest = versions[0]?.version;
  const usable = ({ version, usableUntil }: VersionTexts): string => {
    if (version === newest && !retiredAt) return t('officer.purposes.inForce');
    if (usableUntil === null) return t('officer.purposes.usableOpen');
    const date = format.exact(usableUntil);
    return usableUntil > at
      ? t('officer.purposes.usableUntil', { date })
      : t('officer.purposes.usableEnded', { date });
  };
  return (
    <DataTable
      caption={t('officer.purposes.versions')}
      captionHidden
      density="dense"
      rows={versions}
      rowKey={({ version }) => String(version)}
      columns={[
        {
          key: 'version',
          head: t('officer.purposes.version'),
          lead: true,
          cell: ({ version }) => String(version),
        },
        {
          key: 'kind',
          head: t('officer.purposes.kind'),
          cell: ({ kind }) => t(`officer.purposes.kindOf.${kind}`),
        },
        {
          key: 'released',
          head: t('officer.purposes.released'),
          nowrap: true,
          cell: ({ releasedAt }) => <time dateTime={releasedAt}>{format.exact(releasedAt)}</time>,
        },
        { key: 'usable', head: t('officer.purposes.usable'), cell: usable },
        {
          key: 'running',
          head: t('officer.purposes.running'),
          numeric: true,
          // Only a yes runs: what needs none has nothing to count.
          cell: ({ running, resting }) =>
            basis === 'consent' ? (
              <>
                {format.number(running)}
                {resting > 0 ? (
                  <div className="soft">{t('officer.purposes.resting', { count: resting })}</div>
                ) : null}
              </>
            ) : (
              '–'
            ),
        },
        {
          key: 'languages',
          head: t('officer.purposes.languages'),
          cell: ({ cards }) => format.list(cards.map(({ language }) => format.language(language))),
        },
        {
          key: 'hash',
          head: t('officer.purposes.textHash'),
          cell: ({ cards }) => (
            <Stack gap="s">
              {cards.map(({ language, textHash }) => (
                <div key={language}>
                  {language} <HashValue value={textHash} />
                </div>
              ))}
            </Stack>
          ),
        },
      ]}
    />
  );
}
