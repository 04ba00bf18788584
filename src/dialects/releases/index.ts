import { brand } from '../../model/brand';
import type { StrimziDialect, TracingDialect } from '../dialect';
import type { TracingDialectName } from '../dialect-names';
import { strimziDialect, tracingDialect } from '../load';
import { strimziFacts, type ReleaseFacts } from './facts';
import { productKey, redHatFacts, type RedHatRelease } from './red-hat';

export type { ReleaseFacts } from './facts';
export type { OlmPackage } from './olm-package';

/**
 * An operator release: of each minor of Strimzi the newest patch, and Red Hat's builds under their own names. It names the
 * API that a site speaks, the Kafka versions that run there and what can be said. A product of Red Hat is left out where
 * its Strimzi is not known: AMQ Streams 2.4.
 * @see https://github.com/strimzi/strimzi-kafka-operator/releases
 */
export class StrimziRelease {
  /** The releases by the names that a command line or an environment variable gives them. */
  private static readonly BY_NAME = new Map<string, StrimziRelease>();

  /** Strimzi 0.18.0: `v1beta1`, ZooKeeper, MirrorMaker 1, Jaeger client tracing. */
  static readonly V0_18 = StrimziRelease.strimzi('0.18.0');
  /** Strimzi 0.19.0. */
  static readonly V0_19 = StrimziRelease.strimzi('0.19.0');
  /** Strimzi 0.20.1. */
  static readonly V0_20 = StrimziRelease.strimzi('0.20.1');
  /** Strimzi 0.21.1. */
  static readonly V0_21 = StrimziRelease.strimzi('0.21.1');
  /** Strimzi 0.22.1: the first that speaks `v1beta2`. */
  static readonly V0_22 = StrimziRelease.strimzi('0.22.1');
  /** Strimzi 0.23.0. */
  static readonly V0_23 = StrimziRelease.strimzi('0.23.0');
  /** Strimzi 0.24.0. */
  static readonly V0_24 = StrimziRelease.strimzi('0.24.0');
  /** Strimzi 0.25.0. */
  static readonly V0_25 = StrimziRelease.strimzi('0.25.0');
  /** Strimzi 0.26.1. */
  static readonly V0_26 = StrimziRelease.strimzi('0.26.1');
  /** Strimzi 0.27.1. */
  static readonly V0_27 = StrimziRelease.strimzi('0.27.1');
  /** Strimzi 0.28.0. */
  static readonly V0_28 = StrimziRelease.strimzi('0.28.0');
  /** Strimzi 0.29.0. */
  static readonly V0_29 = StrimziRelease.strimzi('0.29.0');
  /** Strimzi 0.30.0. */
  static readonly V0_30 = StrimziRelease.strimzi('0.30.0');
  /** Strimzi 0.31.1. */
  static readonly V0_31 = StrimziRelease.strimzi('0.31.1');
  /** Strimzi 0.32.0. */
  static readonly V0_32 = StrimziRelease.strimzi('0.32.0');
  /** Strimzi 0.33.2. */
  static readonly V0_33 = StrimziRelease.strimzi('0.33.2');
  /** Strimzi 0.34.0. */
  static readonly V0_34 = StrimziRelease.strimzi('0.34.0');
  /** Strimzi 0.35.1. */
  static readonly V0_35 = StrimziRelease.strimzi('0.35.1');
  /** Strimzi 0.36.1. */
  static readonly V0_36 = StrimziRelease.strimzi('0.36.1');
  /** Strimzi 0.37.0. */
  static readonly V0_37 = StrimziRelease.strimzi('0.37.0');
  /** Strimzi 0.38.0. */
  static readonly V0_38 = StrimziRelease.strimzi('0.38.0');
  /** Strimzi 0.39.0. */
  static readonly V0_39 = StrimziRelease.strimzi('0.39.0');
  /** Strimzi 0.40.0. */
  static readonly V0_40 = StrimziRelease.strimzi('0.40.0');
  /** Strimzi 0.41.0. */
  static readonly V0_41 = StrimziRelease.strimzi('0.41.0');
  /** Strimzi 0.42.0: the first that takes KRaft without a gate. */
  static readonly V0_42 = StrimziRelease.strimzi('0.42.0');
  /** Strimzi 0.43.0. */
  static readonly V0_43 = StrimziRelease.strimzi('0.43.0');
  /** Strimzi 0.44.0. */
  static readonly V0_44 = StrimziRelease.strimzi('0.44.0');
  /** Strimzi 0.45.2: the last with ZooKeeper and MirrorMaker 1. */
  static readonly V0_45 = StrimziRelease.strimzi('0.45.2');
  /** Strimzi 0.46.1. */
  static readonly V0_46 = StrimziRelease.strimzi('0.46.1');
  /** Strimzi 0.47.0. */
  static readonly V0_47 = StrimziRelease.strimzi('0.47.0');
  /** Strimzi 0.48.0. */
  static readonly V0_48 = StrimziRelease.strimzi('0.48.0');
  /** Strimzi 0.49.1: the first that speaks `v1`. */
  static readonly V0_49 = StrimziRelease.strimzi('0.49.1');
  /** Strimzi 0.50.1. */
  static readonly V0_50 = StrimziRelease.strimzi('0.50.1');
  /** Strimzi 0.51.0: the last that serves `v1beta2`. */
  static readonly V0_51 = StrimziRelease.strimzi('0.51.0');
  /** Strimzi 1.0.1. */
  static readonly V1_0 = StrimziRelease.strimzi('1.0.1');
  /** Strimzi 1.1.0. */
  static readonly V1_1 = StrimziRelease.strimzi('1.1.0');
  /** Strimzi 1.2.0: `v1` only, KRaft and MirrorMaker 2 only. */
  static readonly V1_2 = StrimziRelease.strimzi('1.2.0');
  /**
   * Red Hat AMQ Streams 1.5, which is Strimzi 0.18.
   * @see https://docs.redhat.com/en/documentation/red_hat_amq/7.7/html/using_amq_streams_on_openshift/getting-started-str
   */
  static readonly AMQ_STREAMS_1_5 = StrimziRelease.redHat({
    product: '1.5',
    strimzi: '0.18.0',
    startingCSV: 'amqstreams.v1.5.0',
  });
  /**
   * Red Hat AMQ Streams 1.6, which is Strimzi 0.20.
   * @see https://docs.redhat.com/en/documentation/red_hat_amq/2020.q4/html/release_notes_for_amq_streams_1.6_on_openshift/features-str
   */
  static readonly AMQ_STREAMS_1_6 = StrimziRelease.redHat({ product: '1.6', strimzi: '0.20.1' });
  /**
   * Red Hat AMQ Streams 1.7, which is Strimzi 0.22. It has Kafka 2.7.0 and is the first with `v1beta2`, and so is Strimzi 0.22.
   * @see https://access.redhat.com/documentation/en-us/red_hat_amq/2021.q2/html/release_notes_for_amq_streams_1.7_on_rhel/features-str
   */
  static readonly AMQ_STREAMS_1_7 = StrimziRelease.redHat({ product: '1.7', strimzi: '0.22.1' });
  /**
   * Red Hat AMQ Streams 1.8, which is Strimzi 0.24.
   * @see https://docs.redhat.com/en/documentation/red_hat_amq/2021.q3/html/release_notes_for_amq_streams_1.8_on_openshift/features-str
   */
  static readonly AMQ_STREAMS_1_8 = StrimziRelease.redHat({ product: '1.8', strimzi: '0.24.0' });
  /**
   * Red Hat AMQ Streams 2.0, which is Strimzi 0.26.
   * @see https://access.redhat.com/documentation/en-us/red_hat_amq_streams/2.0/html-single/deploying_and_upgrading_amq_streams_on_openshift/index
   */
  static readonly AMQ_STREAMS_2_0 = StrimziRelease.redHat({ product: '2.0', strimzi: '0.26.1' });
  /**
   * Red Hat AMQ Streams 2.1, which is Strimzi 0.28. It has Kafka 3.1.0, and 3.0.0 to upgrade from, and so has Strimzi 0.28 alone.
   * @see https://docs.redhat.com/en/documentation/red_hat_streams_for_apache_kafka/2.1/html/deploying_and_upgrading_amq_streams_on_openshift/assembly-upgrade-str
   */
  static readonly AMQ_STREAMS_2_1 = StrimziRelease.redHat({ product: '2.1', strimzi: '0.28.0' });
  /**
   * Red Hat AMQ Streams 2.2, which is Strimzi 0.29. It has Kafka 3.2.3.
   * @see https://docs.redhat.com/en/documentation/red_hat_streams_for_apache_kafka/2.2
   */
  static readonly AMQ_STREAMS_2_2 = StrimziRelease.redHat({ product: '2.2', strimzi: '0.29.0', kafka: '3.2.3' });
  /**
   * Red Hat AMQ Streams 2.3, which is Strimzi 0.32.
   * @see https://docs.redhat.com/en/documentation/red_hat_streams_for_apache_kafka/2.3/html/release_notes_for_amq_streams_2.3_on_openshift/features-str
   */
  static readonly AMQ_STREAMS_2_3 = StrimziRelease.redHat({ product: '2.3', strimzi: '0.32.0' });
  /**
   * Red Hat AMQ Streams 2.5, which is Strimzi 0.36.
   * @see https://docs.redhat.com/en/documentation/red_hat_streams_for_apache_kafka/2.5/html-single/release_notes_for_amq_streams_2.5_on_openshift/index
   */
  static readonly AMQ_STREAMS_2_5 = StrimziRelease.redHat({ product: '2.5', strimzi: '0.36.1', kafka: '3.5.0' });
  /**
   * Red Hat AMQ Streams 2.6, which is Strimzi 0.38. It has Kafka 3.6.0, and 3.5.x to upgrade from, as Strimzi 0.38 has.
   * @see https://docs.redhat.com/en/documentation/red_hat_streams_for_apache_kafka/2.6/html/release_notes_for_amq_streams_2.6_on_rhel/features-str
   */
  static readonly AMQ_STREAMS_2_6 = StrimziRelease.redHat({ product: '2.6', strimzi: '0.38.0' });
  /**
   * Red Hat Streams for Apache Kafka 2.7, which is Strimzi 0.40.
   * @see https://docs.redhat.com/en/documentation/red_hat_streams_for_apache_kafka/2.7
   */
  static readonly STREAMS_2_7 = StrimziRelease.redHat({ product: '2.7', strimzi: '0.40.0' });
  /**
   * Red Hat Streams for Apache Kafka 2.8, which is Strimzi 0.43.
   * @see https://docs.redhat.com/en/documentation/red_hat_streams_for_apache_kafka/2.8
   */
  static readonly STREAMS_2_8 = StrimziRelease.redHat({ product: '2.8', strimzi: '0.43.0' });
  /**
   * Red Hat Streams for Apache Kafka 2.9, which is Strimzi 0.45.
   * @see https://docs.redhat.com/en/documentation/red_hat_streams_for_apache_kafka/2.9
   */
  static readonly STREAMS_2_9 = StrimziRelease.redHat({ product: '2.9', strimzi: '0.45.2', kafka: '3.9.0' });
  /**
   * Red Hat Streams for Apache Kafka 3.0, which is Strimzi 0.46.
   * @see https://docs.redhat.com/en/documentation/red_hat_streams_for_apache_kafka/3.0
   */
  static readonly STREAMS_3_0 = StrimziRelease.redHat({ product: '3.0', strimzi: '0.46.1' });
  /**
   * Red Hat Streams for Apache Kafka 3.1, which is Strimzi 0.48. It has Kafka 4.1, and serves no `v1`.
   * @see https://docs.redhat.com/en/documentation/red_hat_streams_for_apache_kafka/3.1
   */
  static readonly STREAMS_3_1 = StrimziRelease.redHat({ product: '3.1', strimzi: '0.48.0' });

  static {
    brand(this, 'StrimziRelease');
  }

  private known: ReleaseFacts | undefined;

  /**
   * What a command line calls it: `0.45.2`, `streams-2.9`. Of a product the version says too little: a Strimzi has it too.
   * @internal
   */
  readonly key: string;

  private constructor(
    key: string,
    private readonly read: () => ReleaseFacts,
  ) {
    this.key = key;
  }

  /** Every minor of Strimzi, oldest first, each as its newest patch. */
  static get ALL(): readonly StrimziRelease[] {
    return [...StrimziRelease.BY_NAME].filter(([name]) => /^\d+\.\d+$/.test(name)).map(([, release]) => release);
  }

  /** Every product of Red Hat whose Strimzi is known, oldest first. */
  static get PRODUCTS(): readonly StrimziRelease[] {
    return [...StrimziRelease.BY_NAME].filter(([name]) => /^[a-z]/.test(name)).map(([, release]) => release);
  }

  /**
   * The release of a name: a Strimzi version (`0.45.2`, `1.2`), `amq-streams-1.5` or `streams-2.9`.
   * @throws where no release has the name.
   */
  static of(name: string): StrimziRelease {
    const release = StrimziRelease.BY_NAME.get(name);
    if (!release) {
      throw new Error(`no release ${toldName(name)}; ${StrimziRelease.namesNear(name)}`);
    }
    return release;
  }

  /** How releases are called: the minor of a patch that has no name, or from which one to which. */
  private static namesNear(name: unknown): string {
    const [minor = ''] = (typeof name === 'string' && /^\d+\.\d+(?=\.\d+$)/.exec(name)) || [];
    if (StrimziRelease.BY_NAME.has(minor)) return `${minor} is known by its newest patch: write ${minor}`;
    const names = [...StrimziRelease.BY_NAME.keys()];
    const minors = names.filter((each) => /^\d+\.\d+$/.test(each));
    const products = names.filter((each) => /^[a-z]/.test(each));
    return `releases are ${minors[0]} to ${minors.at(-1)} of Strimzi, and ${products[0]} to ${products.at(-1)} of Red Hat`;
  }

  /** What the release has and does. */
  get facts(): ReleaseFacts {
    return (this.known ??= this.read());
  }

  /** What people call it. */
  get name(): string {
    return this.facts.name;
  }

  /**
   * The spelling that the release understands; loaded when first asked for.
   * @internal
   */
  get dialect(): StrimziDialect {
    return strimziDialect(this.facts.dialect);
  }

  /**
   * The spelling of a Jaeger beside it, by the operator named or the usual one; loaded when first asked for.
   * @internal
   */
  tracingDialect(name: TracingDialectName | undefined = this.facts.tracingDialects[0]): TracingDialect {
    return tracingDialect(name ?? 'opentelemetry-v1beta1', this.facts.jaegerOperator);
  }

  private static strimzi(version: string): StrimziRelease {
    const release = new StrimziRelease(version, () => strimziFacts(version));
    for (const name of [version.split('.').slice(0, 2).join('.'), version]) StrimziRelease.BY_NAME.set(name, release);
    return release;
  }

  private static redHat(product: RedHatRelease): StrimziRelease {
    const release = new StrimziRelease(productKey(product.product), () => redHatFacts(product));
    StrimziRelease.BY_NAME.set(release.key, release);
    return release;
  }
}

function toldName(name: unknown): string {
  if (name === undefined) return 'where no name is given';
  return typeof name === 'string' ? `"${name}"` : `that is named by a ${typeof name} in place of a text`;
}
