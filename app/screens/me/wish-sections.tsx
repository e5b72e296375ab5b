import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Section } from '#app/ui/section.tsx';
import { ChannelsForm } from './channels-form.tsx';
import { OftenForm } from './often-form.tsx';
import { QuietForm } from './quiet-form.tsx';
import { TopicsForm } from './topics-form.tsx';
import type { SentQuiet, WishesView } from './wish.ts';

interface WishSectionsProps {
  readonly view: WishesView;
  readonly sent?: SentQuiet | undefined;
}

/** The three questions and the quiet hours; only what is enforced has a control. */
export function WishSections({ view, sent }: WishSectionsProps) {
  const { t } = useI18n();
  const { topics, channels, channelsOff, own, rings, intentId } = view;
  return (
    <>
      {topics.length > 0 ? (
        <Section id="topics" title={t('me.wishes.topics.title')}>
          <TopicsForm {...view} />
        </Section>
      ) : null}
      {channels.length > 0 ? (
        <Section id="channels" title={t('me.wishes.channels.title')}>
          <ChannelsForm
            channels={channels}
            off={channelsOff}
            differs={own?.channels ?? false}
            legend={t('me.channels.legend')}
            hint={t('me.channels.hint')}
            intentId={intentId}
          />
        </Section>
      ) : null}
      {channels.length > 0 ? (
        <Section id="often" title={t('me.wishes.often.title')}>
          <OftenForm {...view} />
        </Section>
      ) : null}
      {rings ? (
        <Section id="quiet" title={t('me.wishes.quiet.title')} lead={t('me.wishes.quiet.lead')}>
          <QuietForm view={view} sent={sent} />
        </Section>
      ) : null}
    </>
  );
}
