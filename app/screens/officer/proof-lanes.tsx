import { scaleLinear } from 'd3-scale';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type Instant, msOf } from '#schema/instant.ts';
import { textIn } from '#schema/language.ts';
import type { Lane, LaneTone } from './proof-view.ts';

interface ProofLanesProps {
  readonly lanes: readonly Lane[];
  readonly since: Instant;
  readonly until: Instant;
}

/** Of one lane, in pixels: a full bar, and a line in its middle. */
const HEIGHT = 13;
const BAR = 9;
const LINE = 2;

/** One lane a purpose: full where the use was permitted, a line where it was not, a tick for each event. */
export function ProofLanes({ lanes, since, until }: ProofLanesProps) {
  const { t, format, language } = useI18n();
  const x = scaleLinear()
    .domain([msOf(since), msOf(until)])
    .range([0, 100])
    .clamp(true);
  const at = (instant: Instant) => `${x(msOf(instant)).toFixed(2)}%`;
  const width = (from: Instant, to: Instant) => `${Math.max(0.3, x(msOf(to)) - x(msOf(from))).toFixed(2)}%`;
  return (
    <div className="lanes">
      {lanes.map(({ title, segments, events }) => {
        const name = textIn(title, language);
        const course = segments.map(({ from, to, state }) =>
          t('officer.proof.laneBar', {
            state: t(`state.officer.consent.${state}`),
            from: format.shortDate(from),
            to: format.shortDate(to),
          }),
        );
        return (
          <div className="lane" key={name}>
            <span className="lane-name">{name}</span>
            <svg
              className="lane-course"
              width="100%"
              height={HEIGHT}
              role="img"
              aria-label={`${name}: ${format.list(course)}`}
            >
              {segments.map(({ from, to, tone }) => (
                <rect
                  key={from}
                  className={`lane-${tone}`}
                  x={at(from)}
                  width={width(from, to)}
                  y={(HEIGHT - thickness(tone)) / 2}
                  height={thickness(tone)}
                />
              ))}
              {events.map((event) => (
                <line key={event} className="lane-event" x1={at(event)} x2={at(event)} y1={0} y2={HEIGHT} />
              ))}
            </svg>
          </div>
        );
      })}
      <div className="lane">
        <span className="lane-name" />
        <span className="lane-scale">
          <time dateTime={since}>{format.shortDate(since)}</time>
          <time dateTime={until}>{format.shortDate(until)}</time>
        </span>
      </div>
      <Legend />
    </div>
  );
}

function thickness(tone: LaneTone): number {
  return tone === 'yes' ? BAR : tone === 'wait' ? BAR / 2 : LINE;
}

function Legend() {
  const { t } = useI18n();
  return (
    <ul className="lanes-legend">
      <li>
        <svg width="24" height={HEIGHT} aria-hidden="true">
          <rect className="lane-yes" y={(HEIGHT - BAR) / 2} width="24" height={BAR} />
        </svg>
        {t('officer.proof.legendYes')}
      </li>
      <li>
        <svg width="24" height={HEIGHT} aria-hidden="true">
          <rect className="lane-no" y={(HEIGHT - LINE) / 2} width="24" height={LINE} />
        </svg>
        {t('officer.proof.legendNo')}
      </li>
      <li>
        <svg width="24" height={HEIGHT} aria-hidden="true">
          <rect className="lane-none" y={(HEIGHT - LINE) / 2} width="24" height={LINE} />
        </svg>
        {t('officer.proof.legendNone')}
      </li>
      <li>
        <svg width="8" height={HEIGHT} aria-hidden="true">
          <line className="lane-event" x1="4" x2="4" y1="0" y2={HEIGHT} />
        </svg>
        {t('officer.proof.legendEvent')}
      </li>
    </ul>
  );
}
