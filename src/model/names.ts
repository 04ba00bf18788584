/** What a name must be, told so that a finding can print it. */
export interface NameRule {
  /** What a legal name looks like. */
  readonly allowed: string;
  readonly isLegal: (name: string) => boolean;
}

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const TOPIC = /^[a-zA-Z0-9._-]{1,249}$/;
const LISTENER = /^[a-z0-9]{1,11}$/;

/**
 * A DNS-1123 label: namespaces, and what becomes part of a host name.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export const DNS_LABEL: NameRule = {
  allowed: '1 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends (DNS-1123 label)',
  isLegal: (name) => name.length <= 63 && LABEL.test(name),
};

/** A DNS-1123 subdomain: the name of most Kubernetes objects. */
export const DNS_SUBDOMAIN: NameRule = {
  allowed:
    '1 to 253 lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part (DNS-1123 subdomain)',
  isLegal: (name) => name.length <= 253 && SUBDOMAIN.test(name),
};

/** A topic, as Kafka has it. */
export const TOPIC_NAME: NameRule = {
  allowed: '1 to 249 letters, digits, dots, underscores and hyphens, but not "." or ".."',
  isLegal: (name) => TOPIC.test(name) && name !== '.' && name !== '..',
};

/** A user with a client certificate, whose common name holds 64 characters. */
export const TLS_USER_NAME: NameRule = {
  allowed: '1 to 64 lower-case letters, digits, hyphens and dots (the common name of the client certificate)',
  isLegal: (name) => name.length <= 64 && SUBDOMAIN.test(name),
};

/** A listener of a Kafka cluster. */
export const LISTENER_NAME: NameRule = {
  allowed: '1 to 11 lower-case letters and digits',
  isLegal: (name) => LISTENER.test(name),
};
