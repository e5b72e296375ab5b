/**
 * Sealed bytes: `version(1) ‖ algorithm(1) ‖ generation(2) ‖ nonce(12) ‖ ciphertext ‖ tag(16)`.
 * AES-256-GCM with random nonces; the additional data names the place, so that
 * a blob moved to another row or customer does not open.
 */
export const SEAL_VERSION = 1;
export const SEAL_AES_256_GCM = 1;
export const HEADER_BYTES = 4;
export const NONCE_BYTES = 12;
/** Said on both sides, always: Node 20 otherwise accepts a 4-byte tag. */
export const TAG_BYTES = 16;
export const KEY_BYTES = 32;
