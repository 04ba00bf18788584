import type { Size } from 'cdk8s';
import type { StorageRecord, JbodVolume } from '../model/storage';
import { sizeText } from './quantities';
import { withFault, type PropFault } from '../props/kept';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

/** Properties of a persistent claim. */
export interface PersistentClaimProps {
  /** Size of the volume: `Size.gibibytes(20)`, or a Kubernetes quantity such as `20Gi`. */
  readonly size: Size | string;
  /**
   * StorageClass of the claim.
   * @default - the Kubernetes cluster's default StorageClass
   */
  readonly storageClass?: string;
  /**
   * Whether the claim, and the data, go when the Kafka cluster is deleted.
   * @default false
   */
  readonly deleteClaim?: boolean;
  /**
   * Labels that the volume must have.
   * @default - any volume
   */
  readonly selector?: Readonly<Record<string, string>>;
}

/** Properties of a volume of a JBOD. */
export interface JbodVolumeProps {
  /** A persistent claim, or an ephemeral volume. */
  readonly volume: Storage;
  /**
   * Whether the volume also holds the KRaft metadata log, known at once.
   * @default - the operator takes the first
   */
  readonly kraftMetadata?: boolean;
}

/** Where nodes keep their data. */
export class Storage {
  static {
    valueClass(this, 'Storage', () => Storage.ephemeral());
    holdCalls(this, 'Storage');
  }

  /** A volume that is claimed and outlives its pod. */
  static persistentClaim(props: PersistentClaimProps): Storage {
    const { size, storageClass, deleteClaim = false, selector } = props;
    return new Storage({
      type: 'persistent-claim',
      size: sizeText(size),
      deleteClaim,
      ...(storageClass !== undefined && { storageClass }),
      ...(selector && { selector }),
    });
  }

  /** A volume that is gone with its pod: for tests. `sizeLimit` is a size, or a Kubernetes quantity. */
  static ephemeral(props: { readonly sizeLimit?: Size | string } = {}): Storage {
    const { sizeLimit } = props;
    return new Storage(
      sizeLimit === undefined ? { type: 'ephemeral' } : { type: 'ephemeral', sizeLimit: sizeText(sizeLimit) },
    );
  }

  /** Several volumes, each a directory of the broker's log; they are numbered from 0 in the order given. */
  static jbod(...volumes: readonly (Storage | JbodVolumeProps)[]): Storage {
    const records = volumes.map(jbodVolume);
    const jbod = new Storage({ type: 'jbod', volumes: records.filter((volume) => volume !== undefined) });
    const nested = records.indexOf(undefined);
    return nested < 0 ? jbod : withFault(jbod, nestedJbod(nested));
  }

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: StorageRecord,
  ) {}
}

/** A volume; absent: it is a JBOD itself. */
function jbodVolume(given: Storage | JbodVolumeProps, id: number): JbodVolume | undefined {
  const { volume, kraftMetadata = false } = 'volume' in given ? given : { volume: given };
  const { record } = volume;
  if (record.type === 'jbod') return undefined;
  return { ...record, id, ...(kraftMetadata && { kraftMetadata: 'shared' as const }) };
}

function nestedJbod(id: number): Omit<PropFault, 'rule'> {
  return {
    path: ['volumes', id],
    given: 'a JBOD',
    allowed: 'a persistent claim or an ephemeral volume',
    message: `Volume ${id} of a JBOD is a JBOD itself.`,
    remedy: 'Give its volumes to the one JBOD.',
  };
}
