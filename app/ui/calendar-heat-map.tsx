export type CalendarDay = {
  /** ISO date, `2026-11-21`. */
  date: string;
  count: number;
  /** Said when the day is pointed at, e.g. "21. November: 3 Blicke, Rheinstrom". */
  label: string;
};

type CalendarHeatMapProps = {
  /** First and last day, ISO dates. */
  from: string;
  to: string;
  /** Days with something; all others are empty. */
  days: readonly CalendarDay[];
  /** What the picture shows, for readers who do not see it. */
  title: string;
  /** Twelve short names. */
  monthNames: readonly string[];
  /** Seven short names from Monday on. */
  weekdayNames: readonly string[];
  legend: { less: string; more: string };
};

const step = 16;
const left = 30;
const top = 20;
const dayMs = 86_400_000;
/** A longer span scrolls on the phone instead of shrinking beyond reading. */
const weeksOnPhone = 20;
/** Side of the square per level: told by size first, by tone second. */
const sides = [3, 6.5, 9, 11.5, 14] as const;

function levelOf(count: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0) return 0;
  if (count === 1) return 1;
  if (count <= 3) return 2;
  return count <= 7 ? 3 : 4;
}

/** One square a day, one column a week from Monday to Sunday, drawn on the server. */
export function CalendarHeatMap(props: CalendarHeatMapProps) {
  const { from, to, days, title, monthNames, weekdayNames, legend } = props;
  const byDate = new Map(days.map((day) => [day.date, day]));
  const start = Date.parse(`${from}T00:00:00Z`);
  const monday = start - ((new Date(start).getUTCDay() + 6) % 7) * dayMs;
  const count = Math.floor((Date.parse(`${to}T00:00:00Z`) - start) / dayMs) + 1;
  const cells = Array.from({ length: Math.max(0, count) }, (_, index) => {
    const at = start + index * dayMs;
    const place = Math.round((at - monday) / dayMs);
    const date = new Date(at).toISOString().slice(0, 10);
    return { date, week: Math.floor(place / 7), row: place % 7, day: byDate.get(date) };
  });
  const weeks = (cells.at(-1)?.week ?? 0) + 1;
  const width = left + weeks * step;
  const firsts = cells.filter(
    ({ date }, index) => date.endsWith('-01') || (index === 0 && Number(date.slice(8)) <= 20),
  );
  const drawing = (
    <svg
      viewBox={`0 0 ${width} ${top + 7 * step}`}
      width={width}
      height={top + 7 * step}
      role="img"
      aria-label={title}
    >
      {firsts.map(({ date, week }) => (
        <text key={date} x={left + week * step} y={11}>
          {monthNames[Number(date.slice(5, 7)) - 1]}
        </text>
      ))}
      {[0, 2, 4].map((row) => (
        <text key={row} x={0} y={top + row * step + 12}>
          {weekdayNames[row]}
        </text>
      ))}
      {cells.map(({ date, week, row, day }) => (
        <HeatSquare key={date} x={left + week * step} y={top + row * step} day={day} />
      ))}
    </svg>
  );
  return (
    <div className="heat-map">
      {weeks <= weeksOnPhone ? (
        drawing
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="heat-scroll" aria-label={title} tabIndex={0}>
          {drawing}
        </section>
      )}
      <p className="heat-legend" aria-hidden="true">
        {legend.less}
        <svg aria-hidden="true" viewBox={`0 0 ${5 * step} ${step}`} width={5 * step} height={step}>
          {[0, 1, 2, 4, 8].map((value, index) => (
            <HeatSquare key={value} x={index * step} y={0} day={{ date: '', count: value, label: '' }} />
          ))}
        </svg>
        {legend.more}
      </p>
    </div>
  );
}

function HeatSquare({ x, y, day }: { x: number; y: number; day: CalendarDay | undefined }) {
  const level = levelOf(day?.count ?? 0);
  const side = sides[level];
  const inset = (step - side) / 2;
  return (
    <rect className={`heat-${level}`} x={x + inset} y={y + inset} width={side} height={side} rx={side / 4}>
      {day?.label ? <title>{day.label}</title> : null}
    </rect>
  );
}
