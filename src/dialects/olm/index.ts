import type { OlmDialect } from '../dialect';
import { operatorGroup } from './operator-group';
import { subscription } from './subscription';

export { CATALOGS, TRACING_PACKAGES, type CatalogPackage, type Catalogs } from './catalogs';

/** The Operator Lifecycle Manager. */
export const dialect: OlmDialect = { operatorGroup, subscription };
