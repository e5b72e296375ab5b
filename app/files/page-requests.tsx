import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { OwnExport } from '#schema/own-export.ts';
import { PageTable } from './page-table.tsx';

/** Rights requests step by step, in the page of the export. */
export function PageRequests({ data }: { readonly data: OwnExport }) {
  const { t, format } = useI18n();
  const names = new Map(data.companies.map(({ slug, name }) => [slug, name]));
  return (
    <PageTable
      title={t('me.rights.own')}
      empty={t('me.rights.none')}
      head={[t('me.takeAlong.when'), t('me.rights.request.right'), t('me.takeAlong.detail')]}
      rows={data.requests.flatMap(({ company, kind, text, steps }) => {
        const name = names.get(company) ?? company;
        return steps.flatMap((step) => {
          if (step.kind === 'note') return [];
          const date = step.until ? format.day(step.until) : '';
          const event = t(`me.rights.event.${step.kind}`, { company: name, date });
          const words = step.kind === 'received' ? text : step.text;
          const files = step.files.map((file) => file.name).join(', ');
          return [
            [
              format.exact(step.at),
              t('me.rights.company', { right: t(`me.rights.name.${kind}`), company: name }),
              [event, words, files].filter(Boolean).join(': '),
            ],
          ];
        });
      })}
    />
  );
}
