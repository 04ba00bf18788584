import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { ResourceRecord } from '../model/resource';
import type { Resource } from './resource';

/** Whether a construct is a resource. (`instanceof` tells no more than that it is an `ApiObject`.) */
export function isResource(construct: IConstruct | undefined): construct is Resource<ResourceRecord> {
  return construct !== undefined && 'noun' in construct && ApiObject.isApiObject(construct);
}
