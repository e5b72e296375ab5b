import { NotFoundError } from '#app/core/shared/app-error.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { PurposeId, PurposeVersionId, RequestId, ThreadId } from '#schema/ids.ts';
import type { Cast, SeedPerson } from './cast.ts';
import type { CompanySlug } from './content/companies.ts';
import type { SeedWorld } from './seed-world.ts';

/** Releases by `company/purpose/version`, filled as they happen. */
export type Releases = Map<string, { readonly purposeId: PurposeId; readonly versionId: PurposeVersionId }>;

export interface ReplayContext {
  readonly core: Core & { readonly world: SeedWorld };
  readonly cast: Cast;
  readonly releases: Releases;
  /** Conversations by `person/company/title`, filled as they begin. */
  readonly threads: Map<string, ThreadId>;
  /** Rights requests by the plan's name for them, filled as they happen. */
  readonly requests: Map<string, RequestId>;
  /** Waits until everything started so far is written: before an act that must read it. */
  flush(): Promise<void>;
}

export function personNamed({ cast }: ReplayContext, slug: string): SeedPerson {
  return found(cast.people.get(slug));
}

export function staffNamed({ cast }: ReplayContext, slug: string) {
  return found(cast.staff.get(slug));
}

/** @param version 1, 2, …; any version gives the purpose's id */
export function releaseOf({ releases }: ReplayContext, company: CompanySlug, purpose: string, version = 1) {
  return found(releases.get(`${company}/${purpose}/${version}`));
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new NotFoundError();
  return value;
}
