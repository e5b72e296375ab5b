import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DEFAULT_TIME_ZONE } from '#app/i18n/locale.ts';
import { Button } from '#app/ui/button.tsx';
import { Grid, Stack } from '#app/ui/layout.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { IntentField } from './intent-field.tsx';
import type { SentQuiet, WishesView } from './wish.ts';
import { WishButtons } from './wish-buttons.tsx';
import { useQuietSpan } from './wish-words.ts';
import { QUIET_ZONES, useZoneName } from './zone-words.ts';

const HALF_HOURS = Array.from({ length: 48 }, (_, index) => {
  const hour = String(Math.floor(index / 2)).padStart(2, '0');
  return `${hour}:${index % 2 === 0 ? '00' : '30'}`;
});

/** What the form suggests before there are any; saved only when somebody presses. */
const SUGGESTED = { from: '21:00', to: '08:00', timeZone: DEFAULT_TIME_ZONE };

export function QuietForm({
  view,
  sent,
}: {
  readonly view: WishesView;
  readonly sent: SentQuiet | undefined;
}) {
  const { t } = useI18n();
  const span = useQuietSpan();
  const zoneName = useZoneName();
  const { quietHours, own, intentId } = view;
  const shown = sent?.typed ?? quietHours ?? SUGGESTED;
  const clock = (value: string) =>
    [...new Set([...HALF_HOURS, value])].sort().map((time) => ({ value: time, label: time }));
  const zones: string[] = [...new Set([...QUIET_ZONES, shown.timeZone])];
  return (
    <form method="post">
      <IntentField id={intentId} />
      <Stack gap="s">
        <p>
          <strong>{span(quietHours)}</strong>
        </p>
        <Grid min="s">
          <SelectInput
            name="from"
            label={t('me.wishes.quiet.from')}
            options={clock(shown.from)}
            defaultValue={shown.from}
          />
          <SelectInput
            name="to"
            label={t('me.wishes.quiet.to')}
            options={clock(shown.to)}
            defaultValue={shown.to}
            error={sent ? t('me.wishes.quiet.same') : undefined}
          />
          <SelectInput
            name="zone"
            label={t('me.wishes.quiet.zone')}
            options={zones.map((zone) => ({ value: zone, label: zoneName(zone) }))}
            defaultValue={shown.timeZone}
          />
        </Grid>
        <WishButtons act="quiet" own={own?.quiet}>
          {quietHours ? (
            <Button name="act" value="quiet-none">
              {t('me.wishes.quiet.none')}
            </Button>
          ) : null}
        </WishButtons>
      </Stack>
    </form>
  );
}
