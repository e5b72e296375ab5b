export interface SessionRow {
  id_hash: string;
  principal: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
  absolute_expires_at: string;
  stepped_up_at: string | null;
  remember: number;
}

export interface PasswordRow {
  principal: string;
  hash: string;
  updated_at: string;
}

export interface SignInProofRow {
  id: string;
  principal: string;
  purpose: string;
  token_hash: string;
  code_hash: string | null;
  payload: string;
  attempts: number;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface KnownDeviceRow {
  principal: string;
  device_hash: string;
  /** ISO days. */
  seen_on: string;
  forgotten_on: string | null;
}

export interface IdempotencyRow {
  key: string;
  actor: string;
  route: string;
  body_hash: string;
  outcome: string;
  created_at: string;
}

export interface AuthTables {
  session: SessionRow;
  password: PasswordRow;
  sign_in_proof: SignInProofRow;
  known_device: KnownDeviceRow;
  idempotency: IdempotencyRow;
}
