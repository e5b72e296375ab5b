import { decision } from './decision.ts';
import { overview } from './overview.ts';
import { record } from './record.ts';
import { rights } from './rights.ts';

export const me = { ...overview, ...decision, ...record, rights };
