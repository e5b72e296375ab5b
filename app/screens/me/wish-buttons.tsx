import type { ReactNode } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions } from '#app/ui/layout.tsx';

interface WishButtonsProps {
  readonly act: 'topics' | 'channels' | 'often' | 'quiet';
  /** A company has a wish of its own here: one press, and the one for all holds again. */
  readonly own: boolean | undefined;
  readonly children?: ReactNode;
}

export function WishButtons({ act, own, children }: WishButtonsProps) {
  const { t } = useI18n();
  return (
    <Actions>
      <Button name="act" value={act}>
        {t('common.action.save')}
      </Button>
      {children}
      {own ? (
        <Button name="act" value={`${act}-default`}>
          {t('me.channels.asEverywhere')}
        </Button>
      ) : null}
    </Actions>
  );
}
