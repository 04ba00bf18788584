/** Words at the end of a name that say that its value is nobody else's to know. */
const SECRET =
  /(password|passwd|passphrase|secret|token|credential|credentials|api_?key|access_?key|private_?key|secret_?key|master_?key|keystore_key)$/;
/** Names that end so, and whose value tells no secret. */
const HARMLESS = /(max|min|enable|type|use|ignore|validate|issue|expiry)_[a-z_]*(token|secret|password)$/;

/** Whether a setting or a variable of the name holds a secret: `ssl.keystore.password`, `AWS_SECRET_ACCESS_KEY`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[.\s-]/g, '_')
    .toLowerCase();
  return (
    words === 'sasl_jaas_config' || words.endsWith('_jaas_config') || (SECRET.test(words) && !HARMLESS.test(words))
  );
}
