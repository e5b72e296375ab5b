import type { CompanyId, StaffId } from '#schema/ids.ts';
import type { Staff } from './staff.ts';

export interface StaffReader {
  find(id: StaffId): Promise<Staff | undefined>;
  /** @param email normalised: trimmed, lower case */
  findByEmail(email: string): Promise<Staff | undefined>;
  ofCompany(companyId: CompanyId): Promise<Staff[]>;
}

export interface StaffWriter extends StaffReader {
  insert(staff: Staff): Promise<void>;
}
