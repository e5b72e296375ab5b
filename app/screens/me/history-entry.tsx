import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { DescriptionList, type Fact } from '#app/ui/description-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Actor, ConsentStanding, ConsentState, DecisionMethod } from '#schema/consent.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerKind } from '#schema/ledger.ts';
import type { Preference } from '#schema/preference.ts';
import type { RecallKind } from '#schema/recall.ts';
import { useEventWords } from './event-words.ts';
import { PurposeCard } from './purpose-card.tsx';
import { type CompanyName, companyPath } from './view.ts';
import type { ChangedWishes, Wish } from './wish.ts';
import { useWishWords } from './wish-words.ts';
import { useChannelList, useChannelNames, useFieldList, usePauseSentence } from './words.ts';

export interface HistoryEntryView {
  readonly index: number;
  readonly at: Instant;
  readonly kind: LedgerKind;
  readonly company: CompanyName | null;
  readonly actor: Actor['kind'] | null;
  readonly method: DecisionMethod | null;
  readonly from: ConsentState | null;
  readonly standing: ConsentStanding | null;
  readonly preference: Preference | null;
  /** What that changed. */
  readonly wishes: ChangedWishes['changes'];
  readonly gpc: boolean;
  /** A company's word that it did what it was told to. */
  readonly recall: RecallSaid | null;
  /** The text exactly as then shown, in the language then shown. */
  readonly card: { readonly text: PurposeCardText; readonly releasedAt: Instant } | null;
  readonly addressConfirmed: boolean;
  readonly proof: {
    /** Hex values to be compared by eye. */
    readonly own: string;
    readonly before: string | null;
    readonly text: string | null;
    readonly place: number | null;
    readonly signed: { readonly at: Instant; readonly size: number } | null;
  };
}

export interface RecallSaid {
  readonly told: readonly {
    readonly id: string;
    readonly kind: RecallKind;
    readonly fields: readonly FieldId[];
    readonly toldAt: Instant;
    readonly dueAt: Instant;
  }[];
  readonly note: string;
}

/** One event as it was: what was shown, what was chosen, from what to what, and how it can be proved. */
export function HistoryEntryScreen(view: HistoryEntryView) {
  const { t, format } = useI18n();
  const eventWords = useEventWords();
  const { card, index, at, company, recall } = view;
  const confirmed = recall?.told.map((one) => one.kind) ?? [];
  return (
    <Stack gap="l">
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me', label: t('common.nav.home') },
              { href: '/me/history', label: t('common.nav.history') },
            ]}
          />
        }
        kicker={company ? <a href={companyPath(company.slug)}>{company.name}</a> : undefined}
        title={eventWords({ ...view, confirmed, wishes: view.wishes.map(({ to }) => to) })}
        lead={t('me.decided.reference', { time: format.dateTime(at), number: String(index) })}
      />
      <DescriptionList look="lines" facts={[...useRecallFacts(view), ...useEntryFacts(view)]} />
      {card ? (
        <Section
          id="text"
          title={t('me.entry.textTitle')}
          lead={t('me.entry.textLead', { language: format.language(card.text.language) })}
        >
          <p lang={card.text.language}>
            <strong>{card.text.title}</strong>
          </p>
          <PurposeCard card={card.text} releasedAt={card.releasedAt} />
        </Section>
      ) : null}
      <Details summary={t('me.entry.proofTitle')}>
        <p className="soft">{t('me.entry.proofText')}</p>
        <DescriptionList facts={useProofFacts(view)} />
      </Details>
    </Stack>
  );
}

function useRecallFacts({ recall, company }: HistoryEntryView): Fact[] {
  const { t, format } = useI18n();
  const fields = useFieldList();
  if (!recall || !company) return [];
  const asked = recall.told.map(({ id, kind, fields: own, toldAt, dueAt }) => (
    <p key={id}>
      {t(`me.recalls.ask.${kind}`, { company: company.name, fields: fields(own) })}{' '}
      <span className="soft small">
        {t('me.recalls.state.told', { date: format.date(toldAt), due: format.date(dueAt) })}
      </span>
    </p>
  ));
  return [
    { term: t('me.recalls.asked'), text: <>{asked}</> },
    ...(recall.note ? [{ term: t('me.recalls.words'), text: t('me.quoted', { text: recall.note }) }] : []),
  ];
}

function useEntryFacts(view: HistoryEntryView): Fact[] {
  const { t } = useI18n();
  const fields = useFieldList();
  const channels = useChannelList();
  const names = useChannelNames();
  const pause = usePauseSentence();
  const wishWords = useWishWords();
  const { from, standing, preference, wishes, actor, method, gpc, addressConfirmed } = view;
  const word = (state: ConsentState) => t(`state.customer.consent.${state}`);
  const facts: (Fact | null)[] = [
    standing
      ? {
          term: t('me.entry.change'),
          text: from
            ? t('me.decided.fromTo', { from: word(from), to: word(standing.state) })
            : t('me.entry.to', { to: word(standing.state) }),
        }
      : null,
    standing && standing.fields.length > 0
      ? { term: t('purpose.card.data'), text: fields(standing.fields) }
      : null,
    standing && standing.channels.length > 0
      ? { term: t('purpose.card.channels'), text: channels(standing.channels) }
      : null,
    wishes.length > 0
      ? {
          term: t('me.entry.change'),
          text: wishes.map(({ from, to }) => (
            <p key={to.kind}>{t('me.decided.fromTo', { from: wishWords(from), to: wishWords(to) })}</p>
          )),
        }
      : null,
    preference
      ? {
          term: t('me.entry.holds'),
          text: (
            <>
              <p>{preference.pausedUntil ? pause(preference.pausedUntil) : t('me.pause.none')}</p>
              <p>
                {preference.channelsOff && preference.channelsOff.length > 0
                  ? t('me.channels.offHere', { channels: names(preference.channelsOff) })
                  : t('me.channels.allOn')}
              </p>
              {laterWishes(preference).map((wish) => (
                <p key={wish.kind}>
                  {t(`me.wishes.${wish.kind}.title`)}: {wishWords(wish)}
                </p>
              ))}
            </>
          ),
        }
      : null,
    actor ? { term: t('me.entry.who'), text: t(`state.customer.actor.${actor}`) } : null,
    method && actor !== 'system'
      ? { term: t('me.entry.how'), text: t(`state.customer.method.${method}`) }
      : null,
    addressConfirmed && actor === 'customer'
      ? { term: t('me.entry.shows'), text: t('me.entry.addressConfirmed') }
      : null,
    gpc ? { term: t('me.entry.browser'), text: t('me.entry.gpc') } : null,
  ];
  return facts.filter((fact): fact is Fact => fact !== null);
}

function useProofFacts({ index, proof }: HistoryEntryView): Fact[] {
  const { t, format } = useI18n();
  const facts: (Fact | null)[] = [
    { term: t('me.entry.number'), text: String(index) },
    proof.place ? { term: t('me.entry.place'), text: format.number(proof.place) } : null,
    { term: t('me.entry.own'), text: <HashValue value={proof.own} /> },
    proof.before ? { term: t('me.entry.before'), text: <HashValue value={proof.before} /> } : null,
    proof.text ? { term: t('me.entry.ofText'), text: <HashValue value={proof.text} /> } : null,
    {
      term: t('me.entry.signed'),
      text: proof.signed
        ? t('me.entry.signedAt', { time: format.dateTime(proof.signed.at), count: proof.signed.size })
        : t('me.entry.notYetSigned'),
    },
  ];
  return facts.filter((fact): fact is Fact => fact !== null);
}

/** What an entry says beside pause and channels: nothing in those from before there was more. */
function laterWishes({ topicsOff, mostPerWeek, quietHours }: Preference): LaterWish[] {
  return [
    ...(topicsOff ? [{ kind: 'topics' as const, off: topicsOff }] : []),
    ...(typeof mostPerWeek === 'number' ? [{ kind: 'often' as const, most: mostPerWeek }] : []),
    ...(quietHours && quietHours !== 'none' ? [{ kind: 'quiet' as const, hours: quietHours }] : []),
  ];
}

type LaterWish = Extract<Wish, { kind: 'topics' | 'often' | 'quiet' }>;
