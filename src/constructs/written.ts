import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Limit, Manifest } from '../dialects/common/codec';
import type { Described } from '../dialects/read';
import type { ResourceRecord } from '../model/resource';

/** A resource in its final form. */
export interface Written {
  readonly manifest: Manifest;
  /** What was meant. */
  readonly record: ResourceRecord;
  /** What the manifest says; absent: something changed it after it was written, so it has to be read. */
  readonly says?: Described;
  /** The fields that a program takes over: nothing of the record is lost there. */
  readonly taken?: readonly string[];
}

/** An object that is written from a record. */
export interface Writer {
  /**
   * Writes the object. Each call does the work anew.
   * @internal
   */
  written(): Written;
  /**
   * What was meant, and the release of the site cannot say.
   * @internal
   */
  losses(written: Written): readonly Limit[];
}

/** Whether a construct is an object that is written from a record. */
export function isWriter(construct: IConstruct): construct is ApiObject & Writer {
  return 'written' in construct && 'losses' in construct && ApiObject.isApiObject(construct);
}
