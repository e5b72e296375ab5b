import type { ReactNode } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Section } from '#app/ui/section.tsx';
import { ChannelsForm } from './channels-form.tsx';
import { IntentField } from './intent-field.tsx';
import { OftenForm } from './often-form.tsx';
import { QuietForm } from './quiet-form.tsx';
import { TopicsForm } from './topics-form.tsx';
import type { OwnWish, SentWishes, WishesView } from './wish.ts';

interface WishSectionsProps {
  readonly view: WishesView;
  readonly sent?: SentWishes | undefined;
}

/** The three questions and the quiet hours in one form with one button: what was ticked above is never left out. */
export function WishSections({ view, sent }: WishSectionsProps) {
  const { t } = useI18n();
  const { topics, channels, rings, intentId } = view;
  if (topics.length === 0 && channels.length === 0 && !rings) return null;
  return (
    <form method="post">
      <IntentField id={intentId} />
      {/* The first button is the one that the Enter key presses. */}
      <button type="submit" name="act" value="wishes" hidden />
      <Stack gap="l">
        {topics.length > 0 ? (
          <WishSection kind="topics" view={view}>
            <TopicsForm view={view} sent={sent?.topics} />
          </WishSection>
        ) : null}
        {channels.length > 0 ? (
          <WishSection kind="channels" view={view}>
            <ChannelsForm view={view} sent={sent?.channels} />
          </WishSection>
        ) : null}
        {channels.length > 0 ? (
          <WishSection kind="often" view={view}>
            <OftenForm view={view} sent={sent?.most} />
          </WishSection>
        ) : null}
        {rings ? (
          <WishSection kind="quiet" view={view} lead={t('me.wishes.quiet.lead')}>
            <QuietForm view={view} sent={sent?.quiet} />
          </WishSection>
        ) : null}
        <Actions>
          <Button kind="primary" name="act" value="wishes">
            {t('me.wishes.save')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

interface WishSectionProps {
  readonly kind: OwnWish;
  readonly view: WishesView;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** One question; that it was shown goes along, so that "nothing ticked" is an answer and "not asked" is none. */
function WishSection({ kind, view: { own, exempt }, lead, children }: WishSectionProps) {
  const { t, format } = useI18n();
  const elsewhere = exempt[kind];
  return (
    <Section id={kind} title={t(`me.wishes.${kind}.title`)} lead={lead}>
      <input type="hidden" name="shown" value={kind} />
      <Stack gap="s">
        {children}
        {elsewhere.length > 0 ? (
          <p className="small">
            {t('me.wishes.notAt', { companies: format.list(elsewhere.map(({ name }) => name)) })}
          </p>
        ) : null}
        {own?.[kind] ? (
          <Actions>
            <Button name="act" value={`${kind}-default`}>
              {t('me.channels.asEverywhere')}
            </Button>
          </Actions>
        ) : null}
      </Stack>
    </Section>
  );
}
