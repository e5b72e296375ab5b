import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type { Channel } from '#schema/channel.ts';
import type { Instant } from '#schema/instant.ts';
import { ChannelsForm } from './channels-form.tsx';
import { PauseForm } from './pause-form.tsx';
import { brandClass, type CompanyName, companyPath } from './view.ts';
import { useChannelNames, usePauseEnd, usePauseSentence } from './words.ts';

export const PREFERENCES_DONE = ['paused', 'resumed', 'channels', 'same'] as const;

export interface PreferencesView {
  readonly pausedUntil: Instant | null;
  readonly channels: readonly Channel[];
  readonly channelsOff: readonly Channel[];
  /** Companies the customer is connected with, and what differs there. */
  readonly companies: readonly (CompanyName & {
    readonly pausedUntil: Instant | null;
    /** Null: as everywhere. */
    readonly channelsOff: readonly Channel[] | null;
  })[];
  readonly manyCompanies: boolean;
  readonly done: (typeof PREFERENCES_DONE)[number] | null;
  readonly intentId: string;
}

/** How somebody may be addressed, for all companies; only what is enforced has a control. */
export function PreferencesScreen(view: PreferencesView) {
  const { t } = useI18n();
  const pause = usePauseSentence();
  const names = useChannelNames();
  const { pausedUntil, channels, channelsOff, companies, manyCompanies, done, intentId } = view;
  const headline = pausedUntil
    ? `${pause(pausedUntil)}.`
    : channelsOff.length > 0
      ? t('me.preferences.headlineOff', {
          channels: names(channelsOff),
        })
      : t('me.preferences.headline');
  return (
    <Stack gap="l">
      {done ? <Notice tone="done" live="status" title={t(`me.preferences.done.${done}`)} /> : null}
      <PageHeader title={headline} lead={t('me.preferences.lead')} />
      <Section id="pause" title={t('me.pause.title')} lead={t('me.pause.means')}>
        <PauseForm until={pausedUntil} intentId={intentId} />
      </Section>
      {channels.length > 0 ? (
        <Section id="channels" title={t('me.channels.title')}>
          <ChannelsForm
            channels={channels}
            off={channelsOff}
            legend={t('me.channels.legend')}
            hint={t('me.channels.hint')}
            intentId={intentId}
          />
        </Section>
      ) : null}
      {manyCompanies && companies.length > 0 ? (
        <Section
          id="companies"
          title={t('me.preferences.perCompany')}
          lead={t('me.preferences.perCompanyLead')}
        >
          <PerCompany companies={companies} />
        </Section>
      ) : null}
    </Stack>
  );
}

function PerCompany({ companies }: Pick<PreferencesView, 'companies'>) {
  const { t } = useI18n();
  const pauseEnd = usePauseEnd();
  const names = useChannelNames();
  return (
    <LinkList
      label={t('me.preferences.perCompany')}
      rows={companies.map(({ slug, name, pausedUntil, channelsOff }) => ({
        key: slug,
        title: name,
        href: `${companyPath(slug)}#pause`,
        mark: <BrandMark name={name} brandClass={brandClass(slug)} size="s" />,
        detail:
          channelsOff === null
            ? t('me.channels.same')
            : channelsOff.length === 0
              ? t('me.channels.allOn')
              : t('me.channels.offHere', {
                  channels: names(channelsOff),
                }),
        end: pausedUntil ? (
          <StateMark state="paused" word={t('me.purpose.paused')} date={pauseEnd(pausedUntil)} />
        ) : undefined,
      }))}
    />
  );
}
