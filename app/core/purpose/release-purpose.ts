import { isCompanyField } from '#schema/company-field.ts';
import type { CompanyId, PurposeId, PurposeVersionId, Slug } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { languagesOf, PurposeContent, type ReleaseKind, scopeOf } from '#schema/purpose.ts';
import { PurposeSlug } from '#schema/reserved-slug.ts';
import { isAsked } from '../company-field/company-field.ts';
import { AppError, NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Purpose, PurposeCard, PurposeVersion } from './purpose.ts';
import { renderCard } from './purpose-card.ts';

export type PurposeErrorCode =
  | 'correction-changes-scope'
  | 'basis-cannot-change'
  | 'release-kind-wrong'
  | 'language-missing'
  | 'field-not-released';

export class PurposeError extends AppError<PurposeErrorCode> {}

export interface ReleaseInput {
  readonly companyId: CompanyId;
  readonly slug: Slug;
  readonly position: number;
  readonly content: PurposeContent;
  readonly kind: ReleaseKind;
  /** For a change: how long grants of earlier versions stay usable for exactly their old scope. */
  readonly oldScopeUntil: Instant | null;
}

/**
 * Releases a version of a purpose: immutable from here on, its card frozen in
 * every language that is complete. A correction must leave everything but
 * words byte-equal; a change never widens an earlier grant.
 */
export async function releasePurpose(
  core: Pick<Core, 'sequencer' | 'world'>,
  input: ReleaseInput,
): Promise<PurposeVersion> {
  const content = PurposeContent.parse(input.content);
  const languages = languagesOf(content);
  if (languages.length === 0) throw new PurposeError('language-missing');
  return core.sequencer.submit(async ({ tx, at, append }) => {
    const company = await tx.company.find(input.companyId);
    if (!company) throw new NotFoundError();
    const own = content.fields.map(({ field }) => field).filter(isCompanyField);
    const defined = await tx.companyField.findMany(own);
    const usable = defined.filter((field) => field.companyId === input.companyId && isAsked(field));
    if (usable.length < own.length) throw new PurposeError('field-not-released');
    const known = await tx.purpose.findBySlug(input.companyId, input.slug);
    const before = known && (await tx.purpose.currentVersion(known.id));
    if ((before === undefined) !== (input.kind === 'first')) throw new PurposeError('release-kind-wrong');
    if (known && known.basis !== content.basis) throw new PurposeError('basis-cannot-change');
    if (before && input.kind === 'correction' && scopeOf(before.content) !== scopeOf(content)) {
      throw new PurposeError('correction-changes-scope');
    }
    const purpose: Purpose = known ?? {
      id: core.world.newId() as PurposeId,
      companyId: input.companyId,
      slug: PurposeSlug.parse(input.slug),
      basis: content.basis,
      position: input.position,
      createdAt: at,
      retiredAt: null,
    };
    if (!known) await tx.purpose.insert(purpose);
    const version: PurposeVersion = {
      id: core.world.newId() as PurposeVersionId,
      purposeId: purpose.id,
      version: (before?.version ?? 0) + 1,
      kind: input.kind,
      content,
      releasedAt: at,
      supersededAt: null,
      usableUntil: null,
    };
    const cards = languages.map((language): PurposeCard => {
      const rendered = renderCard(company, purpose.slug, version.version, content, language);
      return { versionId: version.id, language, ...rendered };
    });
    await tx.purpose.insertVersion(version, cards);
    // Grants of the same scope live on; after a change they end when the company said they would.
    const oldScopeUntil = input.kind === 'change' ? (input.oldScopeUntil ?? at) : null;
    if (before) await tx.purpose.supersede(purpose.id, version.version, at, oldScopeUntil);
    append({
      companyId: input.companyId,
      relationship: null,
      purposeId: purpose.id,
      versionId: version.id,
      body: {
        kind: 'purpose-released',
        facts: {
          purpose: purpose.slug,
          version: String(version.version),
          release: input.kind,
          ...(oldScopeUntil ? { 'old-scope-until': oldScopeUntil } : {}),
          ...Object.fromEntries(cards.map((card) => [`card-${card.language}`, card.textHash])),
        },
      },
    });
    return version;
  });
}
