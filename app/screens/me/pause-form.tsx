import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type { Instant } from '#schema/instant.ts';
import { IntentField } from './intent-field.tsx';
import { usePauseEnd } from './words.ts';

/** How long a pause can be asked for; the server knows what each means. */
export const PAUSES = ['week', 'month', 'quarter', 'open'] as const;
export type PauseLength = (typeof PAUSES)[number];

interface PauseFormProps {
  readonly until: Instant | null;
  readonly intentId: string;
}

/** One press pauses, one press ends it; what a pause means stands beside it. */
export function PauseForm({ until, intentId }: PauseFormProps) {
  const { t } = useI18n();
  const end = usePauseEnd();
  return (
    <form method="post">
      <IntentField id={intentId} />
      <input type="hidden" name="act" value="pause" />
      <Stack gap="s">
        {until ? (
          <>
            <StateMark state="paused" word={t('me.purpose.paused')} date={end(until)} />
            <Actions>
              <Button name="pause" value="none">
                {t('common.action.resume')}
              </Button>
            </Actions>
            <p className="soft small">{t('me.pause.otherLength')}</p>
          </>
        ) : null}
        <Actions>
          {PAUSES.map((length) => (
            <Button key={length} name="pause" value={length}>
              {t(`me.pause.length.${length}`)}
            </Button>
          ))}
        </Actions>
      </Stack>
    </form>
  );
}
