/** The props of all types of listeners, by their shapes. */
const LISTENERS =
  /^(Plain|Tls|Route)ListenerProps$|^(Encrypted|Open|Template|Listed)(Internal|ClusterIp|LoadBalancer|NodePort|Ingress|TlsRoute)$/;

/** Props that were taken once, and what says the same today. */
const FORMER: readonly { readonly name: string; readonly props: RegExp; readonly instead: string }[] = [
  { name: 'configuration', props: LISTENERS, instead: 'Say it by the other props, or by overrides.' },
  { name: 'tls', props: /^TraceBuffer$/, instead: 'Give trust for TLS, and credentials for a client certificate.' },
];

/** What to do about a prop that was taken once: left out, something that was said would be said no more. */
export function insteadOfFormer(props: string, name: string): string | undefined {
  return FORMER.find((former) => former.name === name && former.props.test(props))?.instead;
}
