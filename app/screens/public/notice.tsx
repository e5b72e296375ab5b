import { useI18n } from '#app/i18n/i18n-context.tsx';
import { RichText } from '#app/i18n/rich-text.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { NoticeContent } from '#schema/company.ts';
import type { Instant } from '#schema/instant.ts';
import { Branded } from '../me/branded.tsx';
import { NoticeText } from './notice-text.tsx';

interface NoticeVersion {
  readonly version: number;
  readonly releasedAt: Instant;
}

export interface NoticeView {
  /** Null: the portal's own notice. */
  readonly company: { readonly slug: string; readonly name: string } | null;
  readonly shown: (NoticeVersion & { readonly content: NoticeContent; readonly inForce: boolean }) | null;
  /** Newest first. */
  readonly older: readonly NoticeVersion[];
  readonly companies: readonly { readonly slug: string; readonly name: string }[];
}

export const noticePath = (company: string | undefined): string =>
  company === undefined ? '/privacy' : `/privacy/${company}`;

/** A privacy notice in the version asked for, and the way to the others. */
export function NoticeScreen(view: NoticeView) {
  return view.company ? (
    <Branded company={view.company.slug}>
      <NoticePage {...view} />
    </Branded>
  ) : (
    <NoticePage {...view} />
  );
}

function NoticePage({ company, shown, older, companies }: NoticeView) {
  const { t, format } = useI18n();
  const path = noticePath(company?.slug);
  return (
    <Stack gap="l">
      <PageHeader
        kicker={
          company ? (
            <>
              <BrandMark name={company.name} brandClass={`brand-${company.slug}`} size="s" />
              {company.name}
            </>
          ) : undefined
        }
        title={shown?.content.title ?? t('public.notice.missing')}
        lead={
          shown
            ? t('public.notice.version', {
                version: String(shown.version),
                date: format.date(shown.releasedAt),
              })
            : t('public.notice.missingText')
        }
      />
      {shown && !shown.inForce ? (
        <Notice
          tone="wait"
          title={
            <RichText text={t('public.notice.old')} parts={{ now: (text) => <a href={path}>{text}</a> }} />
          }
        />
      ) : null}
      {shown ? <NoticeText content={shown.content} /> : null}
      {older.length > 0 ? (
        <Section id="older" title={t('public.notice.older')}>
          <LinkList
            label={t('public.notice.older')}
            rows={older.map(({ version, releasedAt }) => ({
              key: String(version),
              href: `${path}?version=${version}`,
              title: t('public.notice.version', {
                version: String(version),
                date: format.date(releasedAt),
              }),
            }))}
          />
        </Section>
      ) : null}
      <OtherNotices company={company} companies={companies} />
    </Stack>
  );
}

function OtherNotices({ company, companies }: Pick<NoticeView, 'company' | 'companies'>) {
  const { t } = useI18n();
  const others = companies.filter(({ slug }) => slug !== company?.slug);
  if (!company && others.length === 0) return null;
  return (
    <Section id="others" title={t('public.notice.others')}>
      <LinkList
        label={t('public.notice.others')}
        rows={[
          ...(company ? [{ key: '', href: '/privacy', title: t('public.notice.portal') }] : []),
          ...others.map(({ slug, name }) => ({
            key: slug,
            href: noticePath(slug),
            title: t('public.notice.of', { company: name }),
            mark: <BrandMark name={name} brandClass={`brand-${slug}`} size="s" />,
          })),
        ]}
      />
    </Section>
  );
}
