/** What the programs use of the classes that `cdk8s import` generates when the benchmark runs. */
import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export declare enum KafkaSpecKafkaStorageType {
  PERSISTENT_HYPHEN_CLAIM = 'persistent-claim',
}
export declare enum KafkaSpecZookeeperStorageType {
  PERSISTENT_HYPHEN_CLAIM = 'persistent-claim',
}

export interface KafkaProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: {
    readonly kafka: {
      readonly version?: string;
      readonly replicas: number;
      readonly listeners: { readonly plain?: object; readonly tls?: object };
      readonly config?: unknown;
      readonly storage: {
        readonly type: KafkaSpecKafkaStorageType;
        readonly size?: string;
        readonly deleteClaim?: boolean;
      };
    };
    readonly zookeeper: {
      readonly replicas: number;
      readonly storage: {
        readonly type: KafkaSpecZookeeperStorageType;
        readonly size?: string;
        readonly deleteClaim?: boolean;
      };
    };
    readonly entityOperator?: { readonly topicOperator?: object; readonly userOperator?: object };
  };
}
export declare class Kafka extends ApiObject {
  constructor(scope: Construct, id: string, props?: KafkaProps);
}

export interface KafkaTopicProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: { readonly partitions: number; readonly replicas: number; readonly config?: unknown };
}
export declare class KafkaTopic extends ApiObject {
  constructor(scope: Construct, id: string, props?: KafkaTopicProps);
}

export declare enum KafkaUserSpecAuthenticationType {
  TLS = 'tls',
}
export declare enum KafkaUserSpecAuthorizationType {
  SIMPLE = 'simple',
}
export declare enum KafkaUserSpecAuthorizationAclsOperation {
  READ = 'Read',
  WRITE = 'Write',
  CREATE = 'Create',
  DESCRIBE = 'Describe',
}
export declare enum KafkaUserSpecAuthorizationAclsResourcePatternType {
  LITERAL = 'literal',
}
export declare enum KafkaUserSpecAuthorizationAclsResourceType {
  TOPIC = 'topic',
  GROUP = 'group',
}
export interface KafkaUserSpecAuthorizationAcls {
  readonly resource: {
    readonly type: KafkaUserSpecAuthorizationAclsResourceType;
    readonly name?: string;
    readonly patternType?: KafkaUserSpecAuthorizationAclsResourcePatternType;
  };
  readonly operation: KafkaUserSpecAuthorizationAclsOperation;
  readonly host?: string;
}
export interface KafkaUserProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: {
    readonly authentication?: { readonly type: KafkaUserSpecAuthenticationType };
    readonly authorization?: {
      readonly type: KafkaUserSpecAuthorizationType;
      readonly acls: KafkaUserSpecAuthorizationAcls[];
    };
  };
}
export declare class KafkaUser extends ApiObject {
  constructor(scope: Construct, id: string, props?: KafkaUserProps);
}

export declare enum KafkaMirrorMakerSpecConsumerAuthenticationType {
  TLS = 'tls',
}
export declare enum KafkaMirrorMakerSpecProducerAuthenticationType {
  TLS = 'tls',
}
export declare enum KafkaMirrorMakerSpecTracingType {
  JAEGER = 'jaeger',
}
interface Tls {
  readonly trustedCertificates?: { readonly secretName: string; readonly certificate: string }[];
}
interface CertificateAndKey {
  readonly secretName: string;
  readonly certificate: string;
  readonly key: string;
}
export interface KafkaMirrorMakerProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: {
    readonly replicas: number;
    readonly whitelist: string;
    readonly consumer: {
      readonly bootstrapServers: string;
      readonly groupId: string;
      readonly tls?: Tls;
      readonly authentication?: {
        readonly type: KafkaMirrorMakerSpecConsumerAuthenticationType;
        readonly certificateAndKey?: CertificateAndKey;
      };
    };
    readonly producer: {
      readonly bootstrapServers: string;
      readonly tls?: Tls;
      readonly authentication?: {
        readonly type: KafkaMirrorMakerSpecProducerAuthenticationType;
        readonly certificateAndKey?: CertificateAndKey;
      };
    };
    readonly tracing?: { readonly type: KafkaMirrorMakerSpecTracingType };
    readonly template?: {
      readonly mirrorMakerContainer?: { readonly env?: { readonly name: string; readonly value: string }[] };
    };
  };
}
export declare class KafkaMirrorMaker extends ApiObject {
  constructor(scope: Construct, id: string, props?: KafkaMirrorMakerProps);
}
