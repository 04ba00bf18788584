/** What the programs use of the classes that `cdk8s import` generates when the benchmark runs. */
import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface JaegerProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: {
    readonly strategy?: string;
    readonly allInOne?: { readonly image?: string; readonly options?: unknown };
    readonly storage?: { readonly type?: string; readonly options?: unknown };
    readonly ingress?: { readonly enabled?: boolean };
    readonly agent?: { readonly strategy?: string };
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

export declare class Jaeger extends ApiObject {
  constructor(scope: Construct, id: string, props?: JaegerProps);
}
