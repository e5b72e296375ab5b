import { useI18n } from '#app/i18n/i18n-context.tsx';
import { CalendarHeatMap } from '#app/ui/calendar-heat-map.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Plot } from '#app/ui/plot.tsx';

/** Looks of one day, company by company. */
export interface LookDay {
  readonly day: string;
  readonly companies: readonly { readonly name: string; readonly count: number }[];
}

interface LooksPlotProps {
  readonly from: string;
  readonly to: string;
  readonly days: readonly LookDay[];
}

const countOf = ({ companies }: LookDay): number => companies.reduce((sum, { count }) => sum + count, 0);

/** The last weeks as a calendar; its title says who looked most. */
export function LooksPlot({ from, to, days }: LooksPlotProps) {
  const { t, format, locale } = useI18n();
  const totals = new Map<string, number>();
  for (const { companies } of days)
    for (const { name, count } of companies) totals.set(name, (totals.get(name) ?? 0) + count);
  const ranked = [...totals].sort((a, b) => b[1] - a[1]);
  const [first] = ranked;
  if (!first) return null;
  const since = format.day(from);
  const title =
    ranked.length === 1
      ? t('me.looks.findingOne', {
          company: first[0],
          since,
          times: t('common.count.looks', { count: first[1] }),
        })
      : t('me.looks.finding', {
          companies: String(ranked.length),
          company: first[0],
          since,
          times: t('common.count.looks', { count: first[1] }),
        });
  const tag = locale === 'en' ? 'en-GB' : locale;
  const names = (options: Intl.DateTimeFormatOptions, dates: readonly number[]) =>
    dates.map((date) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }).format(date));
  const who = (day: LookDay) =>
    format.list(day.companies.map(({ name, count }) => `${name} ${t('common.count.looks', { count })}`));
  return (
    <Plot
      title={title}
      table={{
        label: t('common.document.tableBelow'),
        content: (
          <DataTable
            caption={title}
            captionHidden
            density="dense"
            rows={[...days].reverse()}
            rowKey={({ day }) => day}
            columns={[
              { key: 'day', head: t('me.looks.day'), lead: true, cell: ({ day }) => format.day(day) },
              { key: 'who', head: t('me.looks.who'), cell: who },
              {
                key: 'count',
                head: t('me.looks.count'),
                numeric: true,
                cell: (day) => format.number(countOf(day)),
              },
            ]}
          />
        ),
      }}
    >
      <CalendarHeatMap
        from={from}
        to={to}
        title={title}
        days={days.map((day) => ({
          date: day.day,
          count: countOf(day),
          label: `${format.day(day.day)}: ${who(day)}`,
        }))}
        monthNames={names(
          { month: 'short' },
          [...Array(12).keys()].map((month) => Date.UTC(2024, month, 1)),
        )}
        weekdayNames={names(
          { weekday: 'short' },
          [...Array(7).keys()].map((day) => Date.UTC(2024, 0, 1 + day)),
        )}
        legend={{ less: t('me.looks.less'), more: t('me.looks.more') }}
      />
    </Plot>
  );
}
