import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { textIn } from '#schema/language.ts';
import type { FlowLine } from './flow.tsx';
import { type FlowSize, layOutFlow } from './flow-layout.ts';

const WIDTH = 960;
const HEAD = 34;
const SIZE: FlowSize = {
  unit: 10,
  gap: 12,
  least: 22,
  columns: [
    [190, 202],
    [474, 486],
    [770, 782],
  ],
};
const LONGEST = 30;

/** The drawing. Each node bears its name, each band says in words what it joins; colour adds nothing. */
export function FlowPlot({ lines }: { readonly lines: readonly FlowLine[] }) {
  const { t, language } = useI18n();
  const names = new Map<string, string>();
  const links = lines.map(({ field, purpose, title, company }) => {
    const keys = { field, purpose: `${company.slug}/${purpose}`, company: company.slug };
    names.set(`0 ${keys.field}`, fieldLabel(t, field));
    names.set(`1 ${keys.purpose}`, textIn(title, language));
    names.set(`2 ${keys.company}`, company.name);
    return keys;
  });
  const { height, nodes, bands } = layOutFlow(links, SIZE);
  const nameOf = (column: number, key: string) => names.get(`${column} ${key}`) ?? '';
  const firstBands = new Set(links.map(({ field, purpose }) => `${field} ${purpose}`));
  const heads = [t('me.flow.field'), t('me.flow.purpose'), t('me.flow.company')] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="flow-scroll" aria-label={t('me.flow.scroll')} tabIndex={0}>
      <svg
        className="flow"
        viewBox={`0 0 ${WIDTH} ${height + HEAD + 4}`}
        role="img"
        aria-labelledby="flow-name"
      >
        <title id="flow-name">{t('me.flow.title')}</title>
        {heads.map((head, column) => (
          <text key={head} className="flow-head" x={labelX(column)} y={14} textAnchor={anchorOf(column)}>
            {head}
          </text>
        ))}
        <g transform={`translate(0 ${HEAD})`}>
          {bands.map(({ from, to, path }) => {
            const column = firstBands.has(`${from} ${to}`) ? 0 : 1;
            return (
              <path key={`${column} ${from} ${to}`} className="flow-band" d={path}>
                <title>{t('me.flow.band', { from: nameOf(column, from), to: nameOf(column + 1, to) })}</title>
              </path>
            );
          })}
          {nodes.map(({ key, column, y, height: tall }) => (
            <g key={`${column} ${key}`}>
              <rect
                className="flow-node"
                x={SIZE.columns[column][0]}
                y={y}
                width={SIZE.columns[column][1] - SIZE.columns[column][0]}
                height={tall}
                rx={2}
              />
              <text
                className="flow-label"
                x={labelX(column)}
                y={y + tall / 2}
                dominantBaseline="central"
                textAnchor={anchorOf(column)}
              >
                {shorten(nameOf(column, key))}
              </text>
            </g>
          ))}
        </g>
      </svg>
    </section>
  );
}

/** Names of details stand before their node, the others behind it. */
const labelX = (column: number) =>
  column === 0 ? SIZE.columns[0][0] - 8 : (SIZE.columns[column as 1 | 2][1] ?? 0) + 8;
const anchorOf = (column: number) => (column === 0 ? 'end' : 'start');

function shorten(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name;
}
