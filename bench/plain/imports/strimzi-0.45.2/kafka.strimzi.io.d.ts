/** What the programs use of the classes that `cdk8s import` generates when the benchmark runs. */
import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export declare enum KafkaSpecKafkaListenersType {
  INTERNAL = 'internal',
}
export declare enum KafkaSpecKafkaListenersAuthenticationType {
  TLS = 'tls',
}
export declare enum KafkaSpecKafkaAuthorizationType {
  SIMPLE = 'simple',
}
export interface KafkaProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: {
    readonly kafka: {
      readonly version?: string;
      readonly listeners: {
        readonly name: string;
        readonly port: number;
        readonly type: KafkaSpecKafkaListenersType;
        readonly tls: boolean;
        readonly authentication?: { readonly type: KafkaSpecKafkaListenersAuthenticationType };
      }[];
      readonly authorization?: { readonly type: KafkaSpecKafkaAuthorizationType };
      readonly config?: unknown;
    };
    readonly entityOperator?: { readonly topicOperator?: object; readonly userOperator?: object };
  };
}
export declare class Kafka extends ApiObject {
  constructor(scope: Construct, id: string, props?: KafkaProps);
}

export declare enum KafkaNodePoolSpecRoles {
  CONTROLLER = 'controller',
  BROKER = 'broker',
}
export declare enum KafkaNodePoolSpecStorageType {
  PERSISTENT_HYPHEN_CLAIM = 'persistent-claim',
}
export interface KafkaNodePoolProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: {
    readonly replicas: number;
    readonly roles: KafkaNodePoolSpecRoles[];
    readonly storage: {
      readonly type: KafkaNodePoolSpecStorageType;
      readonly size?: string;
      readonly deleteClaim?: boolean;
    };
  };
}
export declare class KafkaNodePool extends ApiObject {
  constructor(scope: Construct, id: string, props?: KafkaNodePoolProps);
}

export interface KafkaTopicProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: { readonly partitions?: number; readonly replicas?: number; readonly config?: unknown };
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
export declare enum KafkaUserSpecAuthorizationAclsOperations {
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
  readonly operations?: KafkaUserSpecAuthorizationAclsOperations[];
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
