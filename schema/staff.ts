import * as z from 'zod';

export const StaffRole = z.enum(['marketer', 'officer', 'owner', 'operator']);
export type StaffRole = z.infer<typeof StaffRole>;
