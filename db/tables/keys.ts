export interface VaultKeyRow {
  id: string;
  kek_id: string;
  wrapped: Buffer;
  created_at: string;
}

export interface ShredListRow {
  id: string;
  at: string;
}

/** Tables of the key database. */
export interface KeyTables {
  vault_key: VaultKeyRow;
  shred_list: ShredListRow;
}
