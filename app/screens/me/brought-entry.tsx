import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { createTranslator } from '#app/i18n/translator.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { CodeBlock } from '#app/ui/code-block.tsx';
import { DescriptionList, type Fact } from '#app/ui/description-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import type { BroughtLine } from './brought.tsx';
import { PurposeCard } from './purpose-card.tsx';

export interface BroughtEntryView extends BroughtLine {
  readonly source: string;
  readonly origin: string;
  readonly logKey: string;
  readonly index: number;
  readonly broughtAt: Instant;
  /** Null: not in the file, or nothing that can be shown. */
  readonly card: PurposeCardText | null;
  readonly hasText: boolean;
  /** The record as JSON, as it came. */
  readonly record: string;
}

/** One entry of another portal: what it says, whether its proof holds, and the text it points to. */
export function BroughtEntryScreen(view: BroughtEntryView) {
  const { t, format } = useI18n();
  const { card, hasText, kind, at, index, origin, source, verified, company, purpose } = view;
  const facts: (Fact | null)[] = [
    company ? { term: t('me.takeAlong.company'), text: company } : null,
    purpose ? { term: t('purpose.heading'), text: purpose } : null,
    { term: t('me.bring.listTitle'), text: format.date(view.broughtAt) },
    { term: t('me.bring.key'), text: <HashValue value={view.logKey} /> },
  ];
  return (
    <Stack gap="l">
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me/history', label: t('common.nav.history') },
              { href: `/me/history/brought/${source}`, label: t('me.bring.listTitle') },
            ]}
          />
        }
        kicker={t('me.bring.from', { origin })}
        title={kind ? t(`state.customer.event.${kind}`) : t('me.bring.unknownKind')}
        lead={t('me.decided.reference', { time: format.dateTime(at), number: String(index) })}
      />
      <Notice
        tone={verified ? 'done' : 'info'}
        title={t(verified ? 'me.bring.verified' : 'me.bring.notVerified')}
      >
        {t(verified ? 'me.bring.verifiedText' : 'me.bring.notVerifiedText')}{' '}
        {verified ? t('me.bring.keyText', { place: `${origin}/vkey` }) : null}
      </Notice>
      <DescriptionList look="lines" facts={facts.filter((fact): fact is Fact => fact !== null)} />
      {card ? (
        <Section id="text" title={t('me.bring.textFrom')}>
          <p lang={card.language}>
            <strong>{card.title}</strong>
          </p>
          <PurposeCard
            card={card}
            releasedAt={at}
            takeBackText={createTranslator(card.language)('me.bring.takeBackThere')}
          />
        </Section>
      ) : hasText ? (
        <p className="soft">{t('me.bring.textUnknown')}</p>
      ) : null}
      <Details summary={t('me.bring.recordTitle')}>
        <CodeBlock label={t('me.bring.recordTitle')} code={view.record} />
      </Details>
    </Stack>
  );
}
