import type { Channel } from '#schema/channel.ts';
import type { Instant } from '#schema/instant.ts';
import type { Topic } from '#schema/topic.ts';
import type { CompanySlug } from '../content/companies.ts';

interface ByCompany {
  readonly at: Instant;
  readonly staff: string;
  readonly company: CompanySlug;
}

/** What a company tells of what it sent and will send. */
export type ContactAct =
  /** The owner says that every contact is reported. */
  | (ByCompany & { readonly kind: 'report-everything' })
  /** One message to everybody who permits it on this channel. */
  | (ByCompany & {
      readonly kind: 'report-uses';
      readonly purpose: string;
      readonly channel: Channel;
      readonly topic: Topic;
      readonly reference: string;
    })
  | (ByCompany & {
      readonly kind: 'plan-contact';
      readonly purpose: string;
      readonly channel: Channel;
      readonly topic: Topic;
      readonly title: { readonly de: string; readonly en: string };
      readonly plannedAt: Instant;
    });
