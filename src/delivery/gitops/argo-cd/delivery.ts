import type { IConstruct } from 'constructs';
import { faultFinding } from '../../../check/finding';
import type { ArgoCd } from '../../argo-cd';
import { divided } from '../division';
import { orderUnits } from '../order';
import { missingPath } from '../source-path';
import { stageOf, waveOfKind } from '../stages';
import type { Cargo, Delivery, Part, Unit, UnitFinding } from '../unit';
import { applicationFiles } from './applications';
import { dressed, PROTECTED_CLAIMS, waveChosenFor } from './annotations';
import { healthChecks } from './health';
import { argoProject } from './project';
import { misnamedClusters } from '../named-clusters';
import { claimFindings, withMarkedClaims } from '../claims';

/** The folder of what Argo CD itself is told by. */
const FOLDER = 'argo-cd';
/** Apart from the rest: the ConfigMap has settings of others, and is not applied like an object of one's own. */
const CONFIG = `${FOLDER}/config`;
const LIMIT = 1000;

/** Objects with their waves and protection, in Applications. */
export function argoCdDelivery(
  argoCd: ArgoCd,
  units: readonly Unit[],
  { constructs, outdir }: { readonly constructs: readonly IConstruct[]; readonly outdir: string },
): Delivery {
  const { protection, settings } = argoCd;
  const { waves, across, findings } = orderUnits(units, constructs, waveChosenFor);
  const limit = settings.objectsPerApplication ?? LIMIT;
  const parts = units.flatMap((unit, index) => {
    const cargo = unit.cargo.map((each, at) => {
      const marked = protection.claims ? withMarkedClaims(each, PROTECTED_CLAIMS, unit) : each;
      return dressed(marked, waves[index]?.[at] ?? 0, protection);
    });
    return partsOf({ ...unit, cargo }, limit);
  });
  const files = [
    { file: `${FOLDER}/AppProject-${settings.project}.yaml`, manifest: argoProject(settings, parts) },
    ...applicationFiles(settings, parts, outdir).map((each) => ({ ...each, file: `${FOLDER}/${each.file}` })),
    ...(settings.healthChecks === false
      ? []
      : [{ file: `${CONFIG}/argocd-cm.yaml`, manifest: healthChecks(settings.namespace) }]),
  ];
  const claims = protection.claims
    ? units.flatMap((unit) => unit.cargo.flatMap((each) => claimFindings(each, unit)))
    : [];
  const misnamed =
    settings.type === 'applications' ? misnamedClusters('destinations', settings.destinations, units) : [];
  const apart = across.map((each) => outOfReach(each, units));
  return {
    parts,
    files,
    findings: [
      ...missingPath(settings.path, outdir),
      ...findings,
      ...apart,
      ...claims,
      ...parts.flatMap(reserved),
      ...misnamed,
    ],
  };
}

/** A unit as one part, or, where it has too many objects, with parts for topics, users and clients. */
function partsOf(unit: Unit, limit: number): Part[] {
  if (unit.cargo.length <= limit) return unit.cargo.length === 0 ? [] : [{ name: unit.name, unit, cargo: unit.cargo }];
  const byName = new Map<string, Cargo[]>();
  for (const cargo of unit.cargo) {
    const name = shareOf(cargo, unit);
    const known = byName.get(name);
    if (known) known.push(cargo);
    else byName.set(name, [cargo]);
  }
  const manifestOf = (cargo: Cargo): Cargo['manifest'] => cargo.manifest;
  return [...byName].flatMap(([name, cargo]) =>
    divided(name, cargo, { limit, manifestOf }).map((share) => ({ name: share.name, unit, cargo: share.items })),
  );
}

/** Stages that come in great numbers, and that nothing of another stage but clients waits for. */
const APART: ReadonlySet<string> = new Set(['topics', 'users', 'clients']);

function shareOf({ manifest }: Cargo, unit: Unit): string {
  const stage = stageOf(waveOfKind(manifest))?.name ?? '';
  return APART.has(stage) ? `${unit.name}-${stage}` : unit.name;
}

function outOfReach(
  {
    source,
    target,
    from,
    to,
  }: { readonly source: IConstruct; readonly target: IConstruct; readonly from: number; readonly to: number },
  units: readonly Unit[],
): UnitFinding {
  const unit = units[from];
  return {
    ...(unit && { unit }),
    finding: faultFinding({
      rule: 'order-within-reach',
      path: source.node.path,
      message: `This depends on ${target.node.path}, which comes by another Application (${units[to]?.name ?? ''}): waves order the objects of one.`,
      remedy: 'Sync the Applications one after the other, or let the program wait for what it needs.',
    }),
  };
}

function reserved({ name, unit }: Part): UnitFinding[] {
  if (name !== FOLDER) return [];
  const finding = faultFinding({
    rule: 'one-writer-a-file',
    path: unit.path,
    field: 'id',
    given: name,
    message: `The folder ${FOLDER}/ is that of the Applications; Argo CD would sync them with the objects of this site.`,
    remedy: 'Give the site another id.',
  });
  return [{ unit, finding }];
}
