import { useI18n } from '#app/i18n/i18n-context.tsx';
import { RichText } from '#app/i18n/rich-text.tsx';
import { Card } from '#app/ui/card.tsx';
import type { Channel } from '#schema/channel.ts';
import type { Instant } from '#schema/instant.ts';
import { ChannelsForm } from './channels-form.tsx';
import type { CompanyView } from './company-view.ts';
import { PauseForm } from './pause-form.tsx';

/** Pause and channels of one company. */
export interface CompanyPreference {
  readonly pausedUntil: Instant | null;
  /** The pause for all companies, which holds here too. */
  readonly pausedEverywhereUntil: Instant | null;
  /** Channels that a purpose of this company uses. */
  readonly channels: readonly Channel[];
  readonly channelsOff: readonly Channel[];
  /** The customer set channels for this company apart. */
  readonly differs: boolean;
}

export function CompanyControls({ view }: { readonly view: CompanyView }) {
  const { t } = useI18n();
  const { company, preference, intentId } = view;
  const { name } = company;
  return (
    <>
      <Card id="pause" title={t('me.pause.titleHere', { company: name })}>
        <p className="soft">{t('me.pause.meansHere', { company: name })}</p>
        {preference.pausedEverywhereUntil ? (
          <p>
            <RichText
              text={t('me.pause.everywhereToo')}
              parts={{ preferences: (text) => <a href="/me/preferences#pause">{text}</a> }}
            />
          </p>
        ) : null}
        <PauseForm until={preference.pausedUntil} intentId={intentId} />
      </Card>
      {preference.channels.length > 0 ? (
        <Card id="channels" title={t('me.channels.titleHere', { company: name })}>
          <ChannelsForm
            channels={preference.channels}
            off={preference.channelsOff}
            differs={preference.differs}
            legend={t('me.channels.legend')}
            hint={t(preference.differs ? 'me.channels.hintDiffers' : 'me.channels.hintSame')}
            intentId={intentId}
          />
        </Card>
      ) : null}
    </>
  );
}
