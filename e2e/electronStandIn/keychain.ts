import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const algorithm = "aes-256-ctr";
const password = createHash("sha256").update("a keychain for specs only").digest();
const ivBytes = 16;

/** `safeStorage` as on a desktop whose keychain is unlocked. */
export const keychain = () => ({
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => "gnome_libsecret",
  async encryptStringAsync(text: string): Promise<Buffer> {
    const iv = randomBytes(ivBytes);
    return Buffer.concat([iv, createCipheriv(algorithm, password, iv).update(text)]);
  },
  async decryptStringAsync(encrypted: Buffer) {
    const decipher = createDecipheriv(algorithm, password, encrypted.subarray(0, ivBytes));
    return { shouldReEncrypt: false, result: decipher.update(encrypted.subarray(ivBytes)).toString() };
  },
});
