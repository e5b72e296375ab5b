import { parseCard } from '#app/core/purpose/purpose-card.ts';
import type { OwnerView } from '#app/screens/company/owner-home.tsx';
import { nameOf } from './purposes.server.ts';
import type { StaffVisit } from './visit.server.ts';

/** Team and purposes: nothing about a customer. */
export async function readOwnerView({ core, company }: StaffVisit): Promise<OwnerView> {
  const { staff, purpose } = core.storage.read;
  const team = await staff.ofCompany(company.id);
  return {
    companyName: company.profile.name,
    team: team
      .filter(({ endedAt }) => endedAt === null)
      .map(({ name, roles, createdAt }) => ({ name, roles, since: createdAt })),
    purposes: await Promise.all(
      (await purpose.current(company.id)).map(async (current) => ({
        ...nameOf(current),
        basis: current.purpose.basis,
        version: current.version.version,
        releasedAt: current.version.releasedAt,
        texts: (await purpose.cards(current.version.id)).map(({ language, card }) => ({
          language,
          text: parseCard(card),
        })),
      })),
    ),
  };
}
