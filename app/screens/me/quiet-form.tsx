import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DEFAULT_TIME_ZONE } from '#app/i18n/locale.ts';
import { Grid, Stack } from '#app/ui/layout.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { NO_QUIET, type SentWishes, type WishesView } from './wish.ts';
import { useQuietSpan } from './wish-words.ts';
import { QUIET_ZONES, useZoneName } from './zone-words.ts';

const HALF_HOURS = Array.from({ length: 48 }, (_, index) => {
  const hour = String(Math.floor(index / 2)).padStart(2, '0');
  return `${hour}:${index % 2 === 0 ? '00' : '30'}`;
});

/** What the lists stand on before there are any; nothing is set while the first says "none". */
const SUGGESTED = { from: NO_QUIET, to: '08:00', timeZone: DEFAULT_TIME_ZONE };

interface QuietFormProps {
  readonly view: WishesView;
  /** As it was typed, when it could not be kept. */
  readonly sent?: SentWishes['quiet'] | undefined;
}

export function QuietForm({ view, sent }: QuietFormProps) {
  const { t } = useI18n();
  const span = useQuietSpan();
  const zoneName = useZoneName();
  const { quietHours } = view;
  const shown = sent ?? quietHours ?? SUGGESTED;
  const clock = (value: string) =>
    [...new Set([...HALF_HOURS, value])]
      .filter((time) => time !== NO_QUIET)
      .sort()
      .map((time) => ({ value: time, label: time }));
  const zones: string[] = [...new Set([...QUIET_ZONES, shown.timeZone])];
  return (
    <Stack gap="s">
      <p>
        <strong>{span(quietHours)}</strong>
      </p>
      <Grid min="s">
        <SelectInput
          name="from"
          label={t('me.wishes.quiet.from')}
          options={[{ value: NO_QUIET, label: t('me.wishes.quiet.none') }, ...clock(shown.from)]}
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
    </Stack>
  );
}
