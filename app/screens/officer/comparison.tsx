import type { WordRun } from '#app/core/purpose/compare-words.ts';
import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import type { Readability } from '#app/core/purpose/readability.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import { type Language, type LocalizedText, textIn } from '#schema/language.ts';
import { compareLists, Runs } from './marked-runs.tsx';
import { Printed } from './printed.tsx';
import { ReadabilityMark } from './readability-mark.tsx';
import { useScopeWords } from './scope-words.ts';
import { SCOPE_PARTS, type TextPart } from './text-parts.ts';

export interface ComparedSide {
  readonly card: PurposeCardText;
  readonly readability: Readability;
}

export interface ComparedCard {
  readonly language: Language;
  /** Null: the version has no text in this language. */
  readonly before: ComparedSide | null;
  readonly after: ComparedSide | null;
  readonly parts: readonly { readonly part: TextPart; readonly runs: readonly WordRun[] }[];
}

export interface ComparisonView {
  readonly at: Instant;
  readonly companyName: string;
  readonly title: LocalizedText;
  /** Null: there is only one version. */
  readonly from: number | null;
  readonly to: number;
  readonly cards: readonly ComparedCard[];
}

/** The newest two versions side by side, what differs marked. */
export function ComparisonScreen(view: ComparisonView) {
  const { t, language } = useI18n();
  const { at, companyName, title, from, to, cards } = view;
  const alone = from === null;
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: '/officer/purposes', label: t('officer.purposes.title') }]}
          />
        }
        kicker={textIn(title, language)}
        title={
          alone
            ? t('officer.purposes.noOther')
            : t('officer.purposes.compare', { from: String(from), to: String(to) })
        }
        lead={alone ? undefined : t('officer.purposes.compareLead')}
      />
      {alone
        ? null
        : cards.map((card) => <ComparedTexts key={card.language} card={card} from={from} to={to} />)}
      <Printed at={at} companyName={companyName} />
    </Stack>
  );
}

interface ComparedTextsProps {
  readonly card: ComparedCard;
  readonly from: number;
  readonly to: number;
}

function ComparedTexts({ card, from, to }: ComparedTextsProps) {
  const { t, format } = useI18n();
  const scopeWords = useScopeWords();
  const { language, before, after, parts } = card;
  const rows = [
    ...parts.map(({ part, runs }) => ({ part, runs, lang: language, between: '' })),
    ...SCOPE_PARTS.map((part) => ({
      part,
      runs: compareLists(
        before ? scopeWords(before.card, part) : [],
        after ? scopeWords(after.card, part) : [],
      ),
      lang: undefined,
      between: ', ',
    })),
  ];
  const same = rows.every(({ runs }) => runs.every(({ kind }) => kind === 'same'));
  const title = format.language(language);
  return (
    <Section id={`text-${language}`} title={title} lead={same ? t('officer.purposes.same') : undefined}>
      <DataTable
        caption={title}
        captionHidden
        density="dense"
        rows={rows}
        rowKey={({ part }) => part}
        columns={[
          {
            key: 'part',
            head: t('officer.purposes.part'),
            lead: true,
            cell: ({ part }) => t(`officer.purposes.parts.${part}`),
          },
          {
            key: 'before',
            head: t('officer.purposes.before', { version: String(from) }),
            cell: ({ part: _, ...row }) => <Runs {...row} side="gone" />,
          },
          {
            key: 'after',
            head: t('officer.purposes.before', { version: String(to) }),
            cell: ({ part: _, ...row }) => <Runs {...row} side="new" />,
          },
        ]}
      />
      <Measured side={before} language={language} version={from} />
      <Measured side={after} language={language} version={to} />
    </Section>
  );
}

function Measured({
  side,
  language,
  version,
}: {
  readonly side: ComparedSide | null;
  readonly language: Language;
  readonly version: number;
}) {
  const { t } = useI18n();
  return (
    <p className="soft small">
      {t('officer.purposes.before', { version: String(version) })}:{' '}
      {side ? (
        <ReadabilityMark language={language} readability={side.readability} />
      ) : (
        t('officer.purposes.noText')
      )}
    </p>
  );
}
