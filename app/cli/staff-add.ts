import { parseArgs } from 'node:util';
import { readConfig } from '#app/config.server.ts';
import { addStaff, StaffError } from '#app/core/staff/add-staff.ts';
import { openPortal } from '#app/portal.server.ts';
import { Language } from '#schema/language.ts';
import { StaffRole } from '#schema/staff.ts';

const USAGE =
  'driverseat staff add --email ADDRESS --name NAME --role marketer|officer|owner|operator [--role …] [--company SLUG] [--language de|en]';

const problems = {
  'email-invalid': 'The address is no e-mail address.',
  'email-taken': 'Somebody of the staff has this address already.',
  'roles-conflict':
    'Nobody is owner and officer at once: who decides must not be who advises (Art. 38(6) GDPR).',
} as const;

/** `driverseat staff add`: a person of a company, or the operator. Signs in with a mailed code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', multiple: true },
      company: { type: 'string' },
      language: { type: 'string', default: 'de' },
    },
  });
  const roles = StaffRole.array().min(1).safeParse(values.role);
  const language = Language.safeParse(values.language);
  const needsCompany = roles.success && !roles.data.includes('operator');
  if (
    !values.email ||
    !values.name ||
    !roles.success ||
    !language.success ||
    needsCompany !== (values.company !== undefined)
  ) {
    console.error(`Usage: ${USAGE}\nThe operator belongs to no company, everybody else to one.`);
    return 2;
  }
  const portal = await openPortal(readConfig());
  try {
    const { core } = portal;
    const company =
      values.company === undefined ? null : await core.storage.read.company.findBySlug(values.company);
    if (company === undefined) {
      console.error(`There is no company "${values.company}".`);
      return 1;
    }
    const input = {
      companyId: company?.id ?? null,
      email: values.email,
      name: values.name,
      roles: roles.data,
      language: language.data,
    };
    const staff = await addStaff(core, input);
    console.log(
      `${staff.name} can sign in at /sign-in?as=staff; customers and records show ${staff.pseudonym}.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof StaffError)) throw error;
    console.error(problems[error.code]);
    return 1;
  } finally {
    await portal.close();
  }
}
