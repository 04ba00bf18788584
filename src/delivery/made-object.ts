import type { ApiObject, Chart } from 'cdk8s';
import type { Made } from '../constructs/construct-judge';
import type { Site } from '../constructs/site';

/** An object of the app, its manifest made and not judged. */
export interface MadeObject {
  readonly chart: Chart;
  readonly object: ApiObject;
  readonly site: Site | undefined;
  readonly made: Made;
  /** The folder that it is for; absent: the output folder. */
  readonly folder?: string;
}
