import type { Shape } from '../../message-key.ts';
import type { de } from '../de/index.ts';
import { auth } from './auth.ts';
import { byMail } from './by-mail.ts';
import { common } from './common.ts';
import { company } from './company/index.ts';
import { demo } from './demo.ts';
import { error } from './error.ts';
import { field } from './field.ts';
import { mail } from './mail.ts';
import { me } from './me/index.ts';
import { officer } from './officer/index.ts';
import { operator } from './operator.ts';
import { permission } from './permission.ts';
import { publicArea } from './public.ts';
import { purpose } from './purpose.ts';
import { reply } from './reply.ts';
import { state } from './state.ts';
import { thread } from './thread.ts';

export const en: Shape<typeof de> = {
  common,
  field,
  purpose,
  state,
  thread,
  permission,
  me,
  auth,
  public: publicArea,
  company,
  officer,
  operator,
  mail,
  reply,
  byMail,
  error,
  demo,
};
