import type { SecretMakers } from './secret-makers';
import type { PlannedSecret, SecretReader, SecretStep } from './secret-plan';

/** What is left to people: stores first, then Secrets by where they are made, then restarts, which a renewal asks for. */
export function secretSteps(secrets: readonly PlannedSecret[], makers: SecretMakers): readonly SecretStep[] {
  const steps: SecretStep[] = [
    ...makers.missingStores.map(({ kind, name, at }): SecretStep => ({
      do: 'store',
      kind,
      name,
      at: kind === 'ClusterSecretStore' ? { ...at, namespace: '' } : at,
    })),
    ...secrets.flatMap((secret) => stepOf(secret, makers) ?? []),
    ...secrets.flatMap((secret) => restartsOf(secret)),
  ];
  return [...new Map(steps.map((step) => [keyOf(step), step])).values()];
}

function stepOf(secret: PlannedSecret, makers: SecretMakers): SecretStep | undefined {
  const { by, from } = secret;
  if (by === undefined) return { do: from ? 'copy' : 'ask', secret };
  if (by !== 'ExternalSecret') return undefined;
  return from && makers.isPushed(from) ? undefined : { do: 'push', secret };
}

function restartsOf({ neededBy, kubernetesCluster, namespace }: PlannedSecret): readonly SecretStep[] {
  return neededBy.flatMap((reader: SecretReader): readonly SecretStep[] =>
    reader.followsRenewal ? [] : [{ do: 'restart', reader, at: { kubernetesCluster, namespace } }],
  );
}

/** What is pushed is pushed once, wherever it goes. */
function keyOf(step: SecretStep): string {
  return JSON.stringify(step.do === 'push' ? [step.do, step.secret.from ?? step.secret] : step);
}
